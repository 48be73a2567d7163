package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stories 1 and 7 of the product's page, and the rules of the welcome, with the flow that ships. */
class WelcomeStoriesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(40);

    private final TestWorld world = TestWorld.at("2026-03-02T14:00:00Z");
    private final Shopper ada = new Shopper(world, "ada");

    @AfterEach
    void close() {
        world.close();
    }

    /** The welcome's letters and how long after the beginning they came, in hours. */
    private List<String> welcomes(Duration time) {
        var start = world.now();
        List<Mail> mails = new ArrayList<>(world.mailbox());
        mails.addAll(world.advance(time));
        return mails.stream()
                .filter(mail -> mail.tag("flow").equals("welcome"))
                .map(mail -> mail.tag("message") + " "
                        + Duration.between(start, mail.sentAt()).toHours())
                .toList();
    }

    @Test
    void who_signs_up_and_buys_nothing_hears_at_once_after_36_hours_and_after_24_days_and_no_more() {
        ada.signsUp();

        assertThat(welcomes(MONTH)).containsExactly("thanks-for-joining 0", "have-a-look 36", "still-there 576");
    }

    @Test
    void who_buys_on_the_second_day_hears_a_day_later_what_goes_with_it_and_nothing_after_24_days() {
        ada.signsUp();
        List<String> first = welcomes(DAY.multipliedBy(2));
        ada.pays("1001", "c-1");

        assertThat(first).containsExactly("thanks-for-joining 0", "have-a-look 36");
        assertThat(welcomes(MONTH))
                .containsExactly("thanks-for-joining -48", "have-a-look -12", "goes-well-with-it 24");
    }

    @Test
    void who_buys_within_the_hour_is_not_asked_to_have_a_look() {
        ada.signsUp();
        welcomes(HOUR);
        ada.pays("1001", "c-1");

        assertThat(welcomes(MONTH)).containsExactly("thanks-for-joining -1", "goes-well-with-it 24");
    }

    @Test
    void who_buys_after_a_week_and_before_24_days_gets_no_second_chance() {
        ada.signsUp();
        welcomes(DAY.multipliedBy(10));
        ada.pays("1001", "c-1");

        assertThat(welcomes(MONTH)).containsExactly("thanks-for-joining -240", "have-a-look -204");
    }

    @Test
    void who_left_a_cart_is_reminded_of_that_and_not_asked_to_have_a_look() {
        ada.signsUp().addsAMug();

        assertThat(welcomes(DAY.multipliedBy(4))).containsExactly("thanks-for-joining 0");
        assertThat(ada.mails()).contains("cart/need-help", "cart/your-things", "cart/last-note");
    }

    @Test
    void who_unsubscribes_after_the_first_letter_gets_no_other() {
        ada.signsUp();
        ada.track("Unsubscribed", Map.of());

        assertThat(welcomes(MONTH)).containsExactly("thanks-for-joining 0");
    }

    @Test
    void who_did_not_agree_hears_that_the_account_is_ready_and_nothing_else() {
        ada.track("Signed Up", Map.of("email", ada.email()));

        assertThat(welcomes(MONTH)).containsExactly("your-account 0");
    }

    @Test
    void who_ticks_the_box_at_a_first_checkout_or_in_the_newsletters_form_is_welcomed_once() {
        ada.track(
                "Checkout Started",
                Map.of(
                        "checkout_id",
                        "c-1",
                        "email",
                        ada.email(),
                        "acceptsMarketing",
                        true,
                        "products",
                        List.of(Shopper.mug())));
        ada.signsUp();
        Shopper bob = new Shopper(world, "bob")
                .track("Email Consent Updated", Map.of("email", "bob@example.com", "acceptsMarketing", true));

        assertThat(ada.mails()).containsExactly("welcome/thanks-for-joining");
        assertThat(bob.mails()).containsExactly("welcome/thanks-for-joining");
    }

    @Test
    void the_first_letter_gives_a_code_of_its_own_and_says_the_shops_own_caps() {
        ada.signsUp();
        Shopper bob = new Shopper(world, "bob").signsUp();

        assertThat(ada.lastMail().text())
                .contains("10% off", "never more than 3 in a week and 8 in a month")
                .isNotEqualTo(bob.lastMail().text());
    }

    @Test
    void a_sign_up_that_happened_two_days_ago_is_not_answered_any_more() {
        ada.trackAt(
                world.now().minus(DAY.multipliedBy(2)).toString(),
                "Signed Up",
                Map.of("email", ada.email(), "acceptsMarketing", true));

        assertThat(welcomes(MONTH)).isEmpty();
    }
}
