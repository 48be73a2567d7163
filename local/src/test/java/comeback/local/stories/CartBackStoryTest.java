package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.stores.StoresFile;
import comeback.store.Store;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Story 3 of the product's page, its second half: a click on an old link leaves an emptied cart empty. */
class CartBackStoryTest {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/u/k\\.[A-Za-z0-9._-]+");

    private final TestWorld world = TestWorld.at(
            "2026-03-02T09:00:00Z",
            StoresFile.demo().stream().map(CartBackStoryTest::takingBack).toList());

    @AfterEach
    void close() {
        world.close();
    }

    private static Store takingBack(Store demo) {
        return new Store(
                demo.id(),
                demo.brand().withCartUrl(Optional.of("https://alderandpine.example/cart?take={cart}")),
                demo.sender(),
                demo.locale(),
                demo.locales(),
                demo.zone(),
                demo.keys(),
                demo.linkSecret(),
                demo.flowsOff(),
                demo.policy());
    }

    private HttpResponse<String> press(String link) {
        return world.send(world.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=restore")));
    }

    @Test
    void story_3_a_reminders_link_leads_back_by_a_button_and_not_once_the_cart_was_emptied() {
        Shopper ada = new Shopper(world, "ada").signsUp().addsAMug();
        world.advance(Duration.ofHours(1));
        assertThat(ada.mails()).endsWith("cart/need-help");
        String link = LINK.matcher(ada.lastMail().html())
                .results()
                .map(match -> match.group())
                .findFirst()
                .orElseThrow();

        HttpResponse<String> looked = world.get(link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("Stoneware mug");
        HttpResponse<String> pressed = press(link);
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.headers().firstValue("Location").orElseThrow())
                .startsWith("https://alderandpine.example/cart?take=ey");

        ada.track("Product Removed", Shopper.mug());

        assertThat(press(link).statusCode()).isEqualTo(200);
        assertThat(press(link).body()).contains("This cart is empty");
    }
}
