package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SES throttles, pauses, uses up its day, falls silent. Story 12 of the product's page is here. */
class BadDaysOfSesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String RECEIPT = "thanks-for-your-order";
    private static final String WELCOME = "thanks-for-joining";

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:20Z");

    @AfterEach
    void close() {
        world.close();
    }

    private void fault(String json) {
        assertThat(world.post("/local/faults", json).statusCode()).isEqualTo(200);
    }

    private List<Shopper> shoppers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Shopper(world, "shopper-" + i))
                .toList();
    }

    private static List<String> names(List<Mail> mails) {
        return mails.stream().map(mail -> mail.tag("message")).toList();
    }

    private void orders(List<Shopper> shoppers) {
        IntStream.range(0, shoppers.size()).forEach(i -> shoppers.get(i).pays("order-" + i, "checkout-" + i));
    }

    @Test
    void story_12_ses_throttles_to_one_a_second_for_ten_minutes_and_nothing_is_lost_and_receipts_go_first() {
        List<Shopper> shoppers = shoppers(6);
        fault("{\"service\":\"ses\",\"kind\":\"rate\",\"perSecond\":1,\"for\":\"PT10M\"}");
        shoppers.forEach(Shopper::signsUp);
        orders(shoppers);

        List<Mail> during = world.advance(Duration.ofMinutes(10));
        world.advance(Duration.ofMinutes(10));

        // One was taken before SES said that it is throttled; after that every receipt goes before any advertisement.
        List<String> all = names(world.mailbox());
        assertThat(all).hasSize(12);
        assertThat(all.subList(1, 7)).containsOnly(RECEIPT);
        assertThat(all.subList(7, 12)).containsOnly(WELCOME);
        assertThat(shoppers).allSatisfy(shopper -> assertThat(shopper.mails()).hasSize(2));
        // A mail in each minute: the laptop's clock stands while it works, so a minute has one second to send in.
        assertThat(during).hasSizeBetween(9, 11);
        assertThat(world.get("/local/faults").body()).isEqualTo("[]");
    }

    @Test
    void at_one_a_second_ses_is_asked_for_no_more_than_it_takes() {
        fault("{\"service\":\"ses\",\"kind\":\"rate\",\"perSecond\":1}");
        List<Shopper> shoppers = shoppers(5);
        shoppers.forEach(Shopper::signsUp);

        for (int minute = 0; minute < 5; minute++) {
            assertThat(world.advance(MINUTE)).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(names(world.mailbox())).hasSize(5).containsOnly(WELCOME);
    }

    @Test
    void when_sending_is_allowed_again_receipts_are_the_first_to_go() {
        fault("{\"service\":\"ses\",\"kind\":\"pause\",\"for\":\"PT2H\"}");
        List<Shopper> shoppers = shoppers(3);
        shoppers.forEach(Shopper::signsUp);
        orders(shoppers);
        assertThat(world.advance(Duration.ofMinutes(119))).isEmpty();

        world.advance(Duration.ofMinutes(15));

        assertThat(names(world.mailbox())).containsExactly(RECEIPT, RECEIPT, RECEIPT, WELCOME, WELCOME, WELCOME);
    }

    @Test
    void while_the_day_is_used_up_nothing_is_lost() {
        fault("{\"service\":\"ses\",\"kind\":\"quota\",\"for\":\"PT6H\"}");
        Shopper ada = new Shopper(world, "ada").signsUp().pays("1001", "c-1");
        assertThat(world.advance(Duration.ofHours(6).minusMinutes(1))).isEmpty();

        world.advance(Duration.ofMinutes(20));

        assertThat(ada.mails())
                .startsWith("order-confirmation/thanks-for-your-order")
                .containsOnlyOnce("order-confirmation/thanks-for-your-order", "welcome/thanks-for-joining");
    }

    @Test
    void after_an_outage_of_a_day_receipts_go_and_no_reminder_of_the_day_before_does() {
        Shopper ada = new Shopper(world, "ada").signsUp().addsAMug();
        Shopper ben = new Shopper(world, "ben").signsUp();
        fault("{\"service\":\"ses\",\"kind\":\"pause\",\"for\":\"PT26H\"}");
        world.advance(MINUTE);
        ben.pays("1001", "c-1");
        world.advance(Duration.ofHours(26));

        world.advance(Duration.ofHours(1));

        assertThat(ben.mails())
                .startsWith("welcome/thanks-for-joining", "order-confirmation/thanks-for-your-order")
                .noneMatch(mail -> mail.startsWith("cart/"));
        // The first reminder was due 26 hours ago, and a reminder is worth sending for a day; the second is of today.
        assertThat(ada.mails()).containsExactly("welcome/thanks-for-joining", "cart/your-things");
    }
}
