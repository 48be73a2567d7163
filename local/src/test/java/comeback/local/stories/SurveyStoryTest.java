package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.stores.StoresFile;
import comeback.store.MarketingPolicy;
import comeback.store.Mode;
import comeback.store.Store;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop that asks its shoppers one question once they know it. */
class SurveyStoryTest {
    private static final Pattern QUESTION = Pattern.compile("/u/q\\.[A-Za-z0-9._-]+");
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z", List.of(asking()));

    private static Store asking() {
        Store demo = StoresFile.demo().getFirst();
        MarketingPolicy policy = demo.policy();
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
                new MarketingPolicy(
                        policy.cartRemindersWithoutConsent(),
                        policy.caps(),
                        policy.quietHours(),
                        policy.silenceAfterPurchase(),
                        policy.maxReminders(),
                        Map.of("survey", new Mode.Live()),
                        policy.offers()));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static List<String> asked(Shopper shopper) {
        return shopper.mails().stream()
                .filter(mail -> mail.startsWith("survey/"))
                .toList();
    }

    private void buys(Shopper shopper, String order) {
        shopper.pays(order, "checkout-" + order);
        world.advance(DAY);
        shopper.track("Order Delivered", Map.of("order_id", order));
    }

    @Test
    void who_has_ordered_twice_is_asked_once_answers_by_the_button_and_the_shop_reads_it_everywhere() {
        Shopper ada = new Shopper(world, "ada").identifies();
        buys(ada, "1001");
        world.advance(DAY.multipliedBy(40));
        assertThat(asked(ada)).isEmpty();

        buys(ada, "1002");
        world.advance(DAY.multipliedBy(6));
        assertThat(asked(ada)).containsExactly("survey/one-question");
        var link = world.mailbox().stream()
                .filter(mail -> mail.tag("flow").equals("survey"))
                .map(mail -> QUESTION.matcher(mail.text()))
                .filter(found -> found.find())
                .map(found -> found.group())
                .findFirst()
                .orElseThrow();
        world.get(link);
        assertThat(world.getWithKey("/v1/customers/user:ada/timeline").body()).doesNotContain("Survey Answered");

        assertThat(world.send(world.request(link)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("do=answer&answer=delivery")))
                        .body())
                .contains("Thank you");
        world.advance(Duration.ofMinutes(2));

        assertThat(world.getWithKey("/v1/customers/user:ada/timeline").body())
                .contains("\"Survey Answered\"", "\"answer\":\"delivery\"");
        assertThat(world.getWithKey("/v1/reports/flows/survey").body()).contains("\"answered\":{\"delivery\":1}");
        buys(ada, "1003");
        world.advance(DAY.multipliedBy(20));
        assertThat(asked(ada)).hasSize(1);
    }

    @Test
    void who_sends_something_back_is_not_asked() {
        Shopper ada = new Shopper(world, "ada").identifies();
        buys(ada, "1001");
        buys(ada, "1002");
        ada.track("Return Requested", Map.of("order_id", "1002", "return_id", "r-1"));

        world.advance(DAY.multipliedBy(10));

        assertThat(asked(ada)).isEmpty();
    }
}
