package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plain way of each flow that ships. */
class PlainWayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:20Z");
    private final Shopper ada = new Shopper(world, "ada");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void who_signs_up_is_welcomed_before_the_answer_is_read() {
        ada.signsUp();

        assertThat(ada.mails()).containsExactly("welcome/thanks-for-joining");
        Mail welcome = ada.lastMail();
        assertThat(welcome.html()).contains("Ada");
        assertThat(welcome.text()).contains("Ada");
        assertThat(welcome.headers()).containsKey("List-Unsubscribe");
    }

    @Test
    void who_leaves_a_cart_is_reminded_after_an_hour_a_day_and_two_days() {
        ada.signsUp().addsAMug();

        assertThat(world.advance(HOUR)).extracting(mail -> mail.tag("message")).containsExactly("need-help");
        assertThat(world.advance(DAY.minus(HOUR)))
                .extracting(mail -> mail.tag("message"))
                .containsExactly("your-things");
        assertThat(world.advance(DAY)).extracting(mail -> mail.tag("message")).containsExactly("last-note");
        assertThat(world.advance(Duration.ofDays(30)))
                .extracting(mail -> mail.tag("flow"))
                .doesNotContain("cart");
    }

    @Test
    void twelve_changes_of_a_cart_are_one_schedule() {
        ada.signsUp();
        long before = world.inside().scheduler().created();
        for (int i = 0; i < 12; i++) {
            ada.addsAMug();
            world.advance(Duration.ofMinutes(2));
        }

        assertThat(world.inside().scheduler().created() - before).isEqualTo(1);
    }

    @Test
    void an_order_is_confirmed_with_what_was_bought_and_what_it_cost() {
        ada.signsUp().addsAMug().startsCheckout("c-1").pays("1001", "c-1");

        assertThat(ada.mails())
                .containsExactly("welcome/thanks-for-joining", "order-confirmation/thanks-for-your-order");
        Mail confirmation = ada.lastMail();
        assertThat(confirmation.html()).contains("Stoneware mug", "$18.00", "1001");
        assertThat(confirmation.headers()).doesNotContainKey("List-Unsubscribe");
        assertThat(world.advance(Duration.ofDays(3)))
                .extracting(mail -> mail.tag("flow"))
                .doesNotContain("cart", "order-confirmation");
    }

    @Test
    void a_parcel_is_announced_with_its_carrier_and_number() {
        ada.signsUp().pays("1001", "c-1");

        ada.track(
                "Order Shipped",
                Map.of(
                        "order_id", "1001",
                        "carrier", "DHL",
                        "tracking_number", "JD014600",
                        "tracking_url", "https://track.example/JD014600",
                        "products", List.of(Shopper.mug())));

        assertThat(ada.mails()).endsWith("shipping/on-its-way");
        assertThat(ada.lastMail().html()).contains("DHL", "JD014600", "https://track.example/JD014600");
    }

    @Test
    void a_lost_alarm_is_made_up_for_by_the_sweeper_within_minutes() {
        ada.signsUp().addsAMug();
        world.inside().scheduler().clear();

        assertThat(world.advance(HOUR)).isEmpty();
        assertThat(world.advance(Duration.ofMinutes(10)))
                .extracting(mail -> mail.tag("message"))
                .containsExactly("need-help");
    }

    @Test
    void when_ses_has_no_time_the_mail_goes_later_and_once() {
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"throttle\",\"for\":\"PT3M\"}");

        ada.signsUp();
        assertThat(ada.mails()).isEmpty();

        world.advance(Duration.ofMinutes(6));
        assertThat(ada.mails()).containsExactly("welcome/thanks-for-joining");
    }

    @Test
    void what_somebody_did_may_be_told_a_moment_before_who_they_are() {
        ada.track("Signed Up", Map.of()).addsAMug().pays("1001", "c-1");
        assertThat(ada.mails()).isEmpty();

        ada.identifies();

        world.advance(Duration.ofMinutes(2));
        assertThat(ada.mails())
                .containsExactlyInAnyOrder("welcome/thanks-for-joining", "order-confirmation/thanks-for-your-order");
    }
}
