package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.stores.StoresFile;
import comeback.store.ConsentRules;
import comeback.store.Store;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that asks back whether it was them who agreed. */
class OptInStoryTest {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/u/c\\.[A-Za-z0-9._-]+");

    private final TestWorld world = TestWorld.at(
            "2026-03-02T09:00:00Z",
            StoresFile.demo().stream().map(OptInStoryTest::askingBack).toList());

    @AfterEach
    void close() {
        world.close();
    }

    private static Store askingBack(Store demo) {
        return new Store(
                demo.id(),
                demo.brand(),
                demo.sender(),
                demo.locale(),
                demo.locales(),
                demo.zone(),
                demo.keys(),
                demo.linkSecret(),
                demo.flowsOff(),
                demo.policy().with(new ConsentRules(true, Set.of(), Set.of())));
    }

    private static String link(Shopper shopper) {
        return LINK.matcher(shopper.lastMail().html())
                .results()
                .map(match -> match.group())
                .findFirst()
                .orElseThrow();
    }

    private int press(String link) {
        return world.send(world.request(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("do=confirm")))
                .statusCode();
    }

    private String ledger(String who) {
        return world.send(world.request("/v1/customers/user:" + who + "/consent")
                        .header("Authorization", "Bearer sk_demo")
                        .GET())
                .body();
    }

    @Test
    void nobody_is_advertised_to_before_they_say_so_in_their_own_inbox_however_often_a_scanner_looks() {
        Shopper ada = new Shopper(world, "ada").signsUp().addsAMug();
        assertThat(ada.mails()).containsExactly("opt-in/is-it-you");
        String link = link(ada);
        for (int look = 0; look < 5; look++) {
            assertThat(world.get(link).statusCode()).isEqualTo(200);
            assertThat(world.send(world.request(link).HEAD()).statusCode()).isEqualTo(200);
        }
        // The storefront repeats its yes with every page.
        ada.identifies();
        assertThat(world.advance(Duration.ofHours(20))).isEmpty();

        assertThat(press(link)).isEqualTo(200);
        assertThat(press(link)).isEqualTo(200);

        assertThat(ada.mails()).containsExactly("opt-in/is-it-you", "welcome/thanks-for-joining");
        world.advance(Duration.ofDays(2));
        assertThat(ada.mails()).anyMatch(letter -> letter.startsWith("cart/"));
        assertThat(ledger("ada"))
                .contains("\"said\":\"asked\"", "\"said\":\"given\"", "\"where\":\"confirmation\"", "\"words\":\"en");
    }

    @Test
    void order_mail_does_not_wait_for_it_and_an_old_link_and_a_forged_one_confirm_nothing() {
        Shopper ada = new Shopper(world, "ada").signsUp();
        String link = link(ada);
        ada.pays("1001", "c-1");
        assertThat(ada.mails()).containsExactly("opt-in/is-it-you", "order-confirmation/thanks-for-your-order");
        assertThat(press(link.substring(0, link.length() - 2) + "xx")).isEqualTo(404);

        world.advance(Duration.ofDays(8));

        assertThat(press(link)).isEqualTo(404);
        ada.track("Email Consent Updated", Map.of("email", ada.email(), "acceptsMarketing", true));
        assertThat(ada.lastMail().tag("flow")).isEqualTo("opt-in");
        assertThat(press(link(ada))).isEqualTo(200);
    }

    @Test
    void of_200_recipients_whose_gate_opens_every_link_nobody_is_confirmed() {
        List<Shopper> people = IntStream.range(0, 200)
                .mapToObj(i -> new Shopper(world, "clerk-" + i).signsUp())
                .toList();
        people.forEach(
                person -> assertThat(world.get(link(person)).statusCode()).isEqualTo(200));

        people.forEach(Shopper::addsAMug);

        assertThat(world.advance(Duration.ofHours(2))).isEmpty();
    }
}
