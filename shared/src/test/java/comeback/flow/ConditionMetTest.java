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
import comeback.customer.Started;
import comeback.flowfile.FlowFiles;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Best customers and eager ones: the night after they became so, a flow that asks for it begins. */
class ConditionMetTest {
    private static final Store STORE = TestStores.demo();
    private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");
    private static final Flow VIP = FlowFiles.former("vip", """
                    class: marketing
                    starts:
                      on: [Condition Met]
                      when: "$customer.orders.count >= 3 && $customer.engagement >= 20"
                      runs for: customer
                      again: after 365d
                    steps:
                      - send: welcome-to-the-circle
                    """).orElseThrow();
    private static final Flows FLOWS = new Flows(List.of(VIP));

    private static Customer bought(int orders) {
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada")));
        ada = ada.withVersion(1)
                .with(ada.identity().with(new EmailAddress("ada@example.com")))
                .with((Consent) new Consent.Given(NOW.minus(Duration.ofDays(90)), "form"));
        for (int order = 1; order <= orders; order++) {
            Instant at = NOW.minus(Duration.ofDays(orders - order));
            ada = ada.with(ada.shopping().with(new OrderState(new OrderId("o-" + order), at, OrderState.Stage.PLACED)))
                    .with(ada.recentEvents().seen(Sign.ORDER, at));
        }
        return ada;
    }

    private static Customer woken(Customer ada, Instant at) {
        return Decide.decide(ada, new Input.Woke(), STORE, FLOWS, at).next();
    }

    @Test
    void who_becomes_a_best_customer_is_looked_at_the_next_morning_and_not_before() {
        Customer ada = woken(bought(3), NOW);

        Instant morning = ada.alarmAt().orElseThrow();
        assertThat(morning).isBetween(NOW, NOW.plus(Duration.ofDays(1)));
        assertThat(morning.atZone(STORE.zone()).toLocalTime()).isEqualTo(LocalTime.of(10, 0));
        assertThat(ada.started()).isEmpty();
        assertThat(woken(ada, morning).started()).extracting(Started::flow).containsExactly("vip");
    }

    @Test
    void it_begins_once_a_year_and_whoever_is_not_there_yet_is_not_looked_at() {
        assertThat(woken(bought(2), NOW).alarmAt()).isEmpty();

        Customer ada = woken(bought(3), NOW);
        Customer begun = woken(ada, ada.alarmAt().orElseThrow());
        Customer back = begun.with(begun.recentEvents().seen(Sign.ORDER, NOW.plus(Duration.ofDays(5))));

        assertThat(woken(back, NOW.plus(Duration.ofDays(6))).started()).hasSize(1);
    }

    @Test
    void a_best_customer_who_comes_in_with_an_import_is_one_when_they_are_back_and_not_before() {
        Customer ada = bought(5);
        Customer imported = ada.with(ada.recentEvents().importedAt(Optional.of(NOW.plusSeconds(60))));

        assertThat(woken(imported, NOW.plus(Duration.ofDays(1))).started()).isEmpty();
        assertThat(Upcoming.of(imported, STORE, FLOWS, NOW)).hasSize(1).allMatch(Upcoming::isHeld);

        Instant visit = NOW.plus(Duration.ofDays(2));
        Customer back = woken(imported.with(imported.recentEvents().seen(Sign.VISIT, visit)), visit);
        assertThat(woken(back, back.alarmAt().orElseThrow()).started())
                .extracting(Started::flow)
                .containsExactly("vip");
    }
}
