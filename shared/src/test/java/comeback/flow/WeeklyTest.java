package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Ref;
import comeback.customer.Sign;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes every week: to whom, when, and when it stops by itself. */
class WeeklyTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Flows FLOWS =
            new Flows(List.of(Life.SHIPPED.named("new-products").orElseThrow()));

    /** The second of March, early in the evening of Seoul. */
    private static Life ada() {
        return Life.ofSomeoneWhoAgreed().living(SEOUL).with(FLOWS);
    }

    @Test
    void who_bought_is_looked_at_a_week_later_and_then_on_the_same_morning_of_each_week() {
        assertThat(ada().buys("1").after(DAY.multipliedBy(22)).mailsBy(SEOUL))
                .containsExactly(
                        "new-for-you 2026-03-09T10:00", "new-for-you 2026-03-16T10:00", "new-for-you 2026-03-23T10:00");
    }

    @Test
    void who_signed_up_and_never_bought_is_not_even_looked_at() {
        Life ada = ada().signsUp().after(DAY.multipliedBy(60));

        assertThat(ada.mails()).isEmpty();
        assertThat(ada.customer().alarmAt()).isEmpty();
    }

    @Test
    void it_stops_when_they_go_quiet_and_goes_on_the_morning_after_they_are_back() {
        Life ada = ada().buys("1").after(DAY.multipliedBy(120));
        assertThat(ada.mails())
                .as("eight weeks, as the ninth would end after two months")
                .hasSize(8);
        assertThat(ada.customer().alarmAt().filter(ada.now()::isBefore)).isEmpty();

        ada.adds("mug").after(DAY.multipliedBy(3));
        assertThat(ada.mailsBy(SEOUL)).hasSize(9).last().isEqualTo("new-for-you 2026-07-01T10:00");
    }

    @Test
    void whose_night_is_late_by_a_day_is_looked_at_that_night_once() {
        Life ada = ada().buys("1").asleepFor(DAY.multipliedBy(8)).afterAnOutageOf(DAY);
        assertThat(ada.mails()).hasSize(1);

        assertThat(ada.after(DAY).mails()).hasSize(1);
        assertThat(ada.after(DAY.multipliedBy(7)).mails()).hasSize(2);
    }

    @Test
    void who_unsubscribes_is_looked_at_no_more() {
        assertThat(ada().buys("1")
                        .after(DAY)
                        .unsubscribes()
                        .after(DAY.multipliedBy(30))
                        .mails())
                .isEmpty();
    }

    @Test
    void who_came_in_with_an_import_gets_none_before_they_are_back() {
        Instant then = Instant.parse("2026-03-02T09:00:00Z");
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada")));
        ada = ada.withVersion(1)
                .with(ada.identity().with(new EmailAddress("ada@example.com")))
                .with((Consent) new Consent.Given(then.minus(DAY.multipliedBy(90)), "form"))
                .with(ada.shopping().with(new OrderState(new OrderId("1"), then, OrderState.Stage.PLACED)))
                .with(ada.recentEvents().seen(Sign.ORDER, then).importedAt(Optional.of(then.plusSeconds(60))));

        Instant later = then.plus(DAY.multipliedBy(8));
        assertThat(Upcoming.of(ada, TestStores.demo(), FLOWS, later))
                .singleElement()
                .matches(Upcoming::isHeld);
        Decision night = Decide.decide(ada, new Input.Woke(), TestStores.demo(), FLOWS, later);
        assertThat(night.messages()).isEmpty();
        assertThat(night.next().alarmAt()).isEmpty();
    }
}
