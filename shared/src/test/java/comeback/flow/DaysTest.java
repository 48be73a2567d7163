package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Loyalty;
import comeback.customer.OrderId;
import comeback.customer.Shopping;
import comeback.event.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days of a customer's that come round, and the one on which points end, with the flows that ship. */
class DaysTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration DAY = Duration.ofDays(1);

    /** The second of March, early in the evening of Seoul. */
    private static Life ada(String... flows) {
        return Life.ofSomeoneWhoAgreed()
                .living(SEOUL)
                .with(new Flows(Life.SHIPPED.all().stream()
                        .filter(flow -> Arrays.asList(flows).contains(flow.name()))
                        .toList()));
    }

    private static Life ada() {
        return ada("anniversary");
    }

    private static Life told(Life ada) {
        return ada.happens(new Event.CustomerUpdated());
    }

    private static Loyalty ending(long all, String on) {
        return new Loyalty(
                Optional.empty(),
                Optional.of(all),
                Optional.of(new Loyalty.Expiring(120, LocalDate.parse(on))),
                Optional.empty());
    }

    @Test
    void the_day_on_which_they_signed_up_is_remembered_each_year_at_nine_by_their_own_clock() {
        Life ada = ada().signsUp().after(DAY.multipliedBy(364));
        assertThat(ada.mails()).isEmpty();

        assertThat(ada.signsUp().after(DAY.multipliedBy(400)).mailsBy(SEOUL))
                .containsExactly("years-with-us 2027-03-02T09:00", "years-with-us 2028-03-02T09:00");
    }

    @Test
    void who_signed_up_on_29_february_is_remembered_on_the_28th_of_a_common_year() {
        assertThat(ada().at("2028-02-29T03:00:00Z")
                        .signsUp()
                        .after(DAY.multipliedBy(4 * 365 + 1))
                        .mailsBy(SEOUL))
                .containsExactly(
                        "years-with-us 2029-02-28T09:00",
                        "years-with-us 2030-02-28T09:00",
                        "years-with-us 2031-02-28T09:00",
                        "years-with-us 2032-02-29T09:00");
    }

    @Test
    void who_first_buys_weeks_after_signing_up_has_two_days_and_who_buys_at_once_has_one() {
        assertThat(ada().signsUp()
                        .after(DAY.multipliedBy(40))
                        .buys("1")
                        .after(DAY.multipliedBy(400))
                        .mailsBy(SEOUL))
                .containsExactly("years-with-us 2027-03-02T09:00", "since-your-first-order 2027-04-11T09:00");
        assertThat(ada().signsUp()
                        .after(DAY)
                        .buys("1")
                        .after(DAY.multipliedBy(400))
                        .mails())
                .containsExactly("years-with-us");
    }

    @Test
    void a_first_order_that_was_cancelled_is_no_beginning() {
        Life ada = ada().buys("1").happens(new Event.OrderCancelled(new OrderId("1")));

        assertThat(ada.after(DAY.multipliedBy(400)).mails()).isEmpty();
    }

    @Test
    void the_first_of_very_many_orders_is_still_the_first() {
        Life ada = ada();
        for (int i = 0; i < Shopping.ORDERS_MAX + 5; i++) {
            ada.buys("o-" + i).after(DAY);
        }

        assertThat(ada.after(DAY.multipliedBy(350)).mailsBy(SEOUL))
                .containsExactly("since-your-first-order 2027-03-02T09:00");
    }

    @Test
    void two_days_that_the_store_told_are_two_letters_and_a_birthday_is_not_among_them() {
        Life ada = told(ada().has("Emma’s birthday", MonthDay.of(5, 5)));
        told(ada.has("wedding day", MonthDay.of(5, 9)));
        told(ada.has("birthday", MonthDay.of(5, 7)));

        assertThat(ada.after(DAY.multipliedBy(100)).mailsBy(SEOUL))
                .containsExactly("a-special-day 2026-05-05T09:00", "a-special-day 2026-05-09T09:00");
    }

    @Test
    void a_day_that_the_store_corrects_after_it_was_greeted_comes_again_next_year() {
        Life ada = told(ada().has("wedding day", MonthDay.of(5, 5))).after(DAY.multipliedBy(66));

        assertThat(told(ada.has("wedding day", MonthDay.of(5, 20)))
                        .after(DAY.multipliedBy(380))
                        .mailsBy(SEOUL))
                .containsExactly("a-special-day 2026-05-05T09:00", "a-special-day 2027-05-20T09:00");
    }

    @Test
    void a_greeting_that_would_come_a_day_late_does_not_come() {
        Life ada = told(ada().has("wedding day", MonthDay.of(5, 5))).at("2026-05-04T03:00:00Z");

        assertThat(ada.afterAnOutageOf(DAY.multipliedBy(2)).after(DAY).mails()).isEmpty();
    }

    @Test
    void a_birthday_is_greeted_that_morning_and_not_a_day_later() {
        Life ada = told(ada("birthday").has("birthday", MonthDay.of(5, 5))).at("2026-05-04T03:00:00Z");
        assertThat(ada.after(DAY.multipliedBy(2)).mailsBy(SEOUL)).containsExactly("happy-birthday 2026-05-05T09:00");

        Life bob = told(ada("birthday").has("birthday", MonthDay.of(5, 5))).at("2026-05-04T03:00:00Z");
        assertThat(bob.afterAnOutageOf(DAY.multipliedBy(2)).after(DAY).mails())
                .as("the night had found him out, and nobody woke him")
                .isEmpty();
        assertThat(bob.reasons(Reason.Verdict.STOPPED)).containsExactly("birthday: the day is over");
    }

    @Test
    void who_unsubscribed_hears_of_no_day() {
        assertThat(ada().signsUp().unsubscribes().after(DAY.multipliedBy(400)).mails())
                .isEmpty();
    }

    @Test
    void points_that_end_are_told_of_a_month_and_a_week_before() {
        Life ada = told(ada("points-expiry").has(ending(500, "2026-05-01"))).after(DAY.multipliedBy(90));

        assertThat(ada.mailsBy(SEOUL))
                .containsExactly("your-points-end 2026-04-01T09:00", "a-week-left 2026-04-24T09:00");
    }

    @Test
    void who_is_told_late_of_points_that_end_hears_of_them_once_or_twice_and_never_on_the_last_day() {
        assertThat(told(ada("points-expiry").has(ending(500, "2026-03-20")))
                        .after(DAY.multipliedBy(40))
                        .mails())
                .containsExactly("your-points-end", "a-week-left");
        assertThat(told(ada("points-expiry").has(ending(500, "2026-03-08")))
                        .after(DAY.multipliedBy(40))
                        .mails())
                .containsExactly("a-week-left");
        assertThat(told(ada("points-expiry").has(ending(500, "2026-03-02")))
                        .after(DAY.multipliedBy(40))
                        .mails())
                .isEmpty();
    }

    @Test
    void who_uses_their_points_or_gets_longer_hears_no_more_of_that_day() {
        Life used = told(ada("points-expiry").has(ending(500, "2026-05-01"))).after(DAY.multipliedBy(40));
        assertThat(told(used.has(ending(0, "2026-05-01")))
                        .after(DAY.multipliedBy(90))
                        .mails())
                .containsExactly("your-points-end");

        Life longer = told(ada("points-expiry").has(ending(500, "2026-05-01"))).after(DAY.multipliedBy(40));
        assertThat(told(longer.has(ending(500, "2026-08-01")))
                        .after(DAY.multipliedBy(150))
                        .mailsBy(SEOUL))
                .containsExactly(
                        "your-points-end 2026-04-01T09:00",
                        "your-points-end 2026-07-02T09:00",
                        "a-week-left 2026-07-25T09:00");
    }

    @Test
    void a_browser_cannot_make_points_end() {
        Life ada = ada("points-expiry").reportedFromABrowser().has(ending(500, "2026-05-01"));

        assertThat(told(ada).after(DAY.multipliedBy(90)).mails()).isEmpty();
        assertThat(ada.customer().profile().loyalty().points()).contains(500L);
    }
}
