package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Consent;
import comeback.event.Event;
import comeback.message.Message;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WelcomeFlowTest {
    @Test
    void someone_who_signs_up_is_thanked_at_once() {
        assertThat(Life.ofSomeoneWhoAgreed().signsUp().mails()).containsExactly("thanks-for-joining");
    }

    @Test
    void someone_who_signs_up_twice_in_a_year_is_thanked_once() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .signsUp()
                .after(Duration.ofDays(365).minusMinutes(1))
                .signsUp();

        assertThat(ada.mails()).containsOnlyOnce("thanks-for-joining");
        assertThat(ada.signsUp().reasons(Reason.Verdict.NOT_STARTED))
                .last()
                .asString()
                .contains("it comes again after 365 days");
    }

    @Test
    void why_nobody_is_thanked_twice_in_a_year_is_told() {
        Life ada =
                Life.ofSomeoneWhoAgreed().signsUp().after(Duration.ofDays(100)).signsUp();

        Explanation why = ada.explained("welcome", Optional.empty());

        assertThat(why.verdict().text())
                .contains(
                        "It did not start again with Signed Up at 2026-06-10T09:00:00Z: the customer had this already");
        assertThat(why.entry())
                .filteredOn(rule -> rule.ruling().rule().equals("again"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.ruling().otherwise())
                        .isEqualTo("It would have started from 2027-03-02T09:00:00Z on."));
    }

    @Test
    void someone_who_comes_back_after_a_year_is_thanked_anew() {
        Life ada =
                Life.ofSomeoneWhoAgreed().signsUp().after(Duration.ofDays(365)).signsUp();

        assertThat(ada.mails()).filteredOn("thanks-for-joining"::equals).hasSize(2);
        assertThat(ada.born()).extracting(Message::id).doesNotHaveDuplicates();
    }

    @Test
    void the_sign_up_of_the_second_year_reported_twice_is_thanked_for_once() {
        Life ada = Life.ofSomeoneWhoAgreed().signsUp().after(Duration.ofDays(400));

        ada.signsUp().signsUp().after(Duration.ofDays(1)).signsUp();

        assertThat(ada.mails()).filteredOn("thanks-for-joining"::equals).hasSize(2);
    }

    @Test
    void someone_who_bought_a_hundred_times_since_is_still_known_to_have_been_thanked() {
        Life ada = Life.ofSomeoneWhoAgreed().signsUp();
        for (int order = 0; order < 100; order++) {
            ada.after(Duration.ofDays(1)).buys("order-" + order);
        }

        assertThat(ada.signsUp().mails()).containsOnlyOnce("thanks-for-joining");
    }

    @Test
    void someone_who_did_not_agree_to_marketing_hears_only_that_the_account_is_ready() {
        assertThat(Life.ofSomeoneWhoNeverAnswered().signsUp().mails()).containsExactly("your-account");
    }

    @Test
    void someone_who_refused_marketing_hears_that_too() {
        assertThat(Life.ofSomeoneWhoNeverAnswered().unsubscribes().signsUp().mails())
                .containsExactly("your-account");
    }

    @Test
    void a_storefront_that_repeats_an_old_yes_does_not_undo_an_unsubscribe() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .signsUp()
                .after(Duration.ofDays(1))
                .neverAnswersAgain()
                .unsubscribes();

        ada.agrees().after(Duration.ofDays(1)).happens(new Event.CustomerUpdated());
        assertThat(ada.customer().consent()).isInstanceOf(Consent.Withdrawn.class);

        ada.agrees().signsUp();
        assertThat(ada.customer().consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void a_browser_cannot_make_us_write_to_a_stranger_about_an_account() {
        assertThat(Life.ofSomeoneWhoNeverAnswered()
                        .reportedFromABrowser()
                        .signsUp()
                        .mails())
                .isEmpty();
    }

    @Test
    void someone_who_is_named_a_moment_after_signing_up_is_thanked_then() {
        Life ada = Life.ofSomeoneWhoNeverAnswered().withoutAddress().signsUp();
        assertThat(ada.mails()).isEmpty();

        ada.after(Duration.ofSeconds(2)).agrees().tellsTheirAddress().happens(new Event.CustomerUpdated());

        assertThat(ada.mails()).containsExactly("thanks-for-joining");
        assertThat(ada.after(Duration.ofDays(2)).mails()).containsOnlyOnce("thanks-for-joining");
    }

    @Test
    void someone_who_is_named_an_hour_later_is_not_thanked_any_more() {
        Life ada = Life.ofSomeoneWhoAgreed().withoutAddress().signsUp().after(Duration.ofMinutes(61));

        ada.tellsTheirAddress().happens(new Event.CustomerUpdated());

        assertThat(ada.mails()).isEmpty();
        assertThat(ada.reasons(Reason.Verdict.WAITING))
                .contains("welcome: for an e-mail address, until 2026-03-02T10:00:00Z");
        assertThat(ada.reasons(Reason.Verdict.SKIPPED))
                .containsExactly("welcome: thanks-for-joining: no e-mail address is known");
    }
}
