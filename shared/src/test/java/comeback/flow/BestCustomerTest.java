package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Money;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Ref;
import comeback.customer.Sign;
import comeback.customer.Started;
import comeback.store.BestCustomers;
import comeback.store.FirstInLine;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who a store's best customers are, and when they are found. */
class BestCustomerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Flows FLOWS =
            new Flows(List.of(Life.SHIPPED.named("vip").orElseThrow()));

    private static Store store(BestCustomers rule) {
        Store demo = TestStores.demo();
        return TestStores.named("demo", demo.policy().with(new FirstInLine(Set.of(), Optional.of(rule))), Set.of());
    }

    private static Store store(int orders) {
        return store(new BestCustomers(orders, Optional.empty()));
    }

    /** Somebody who bought so many days ago each, and was seen when they bought last. */
    private static Customer bought(int... daysAgo) {
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada")));
        ada = ada.withVersion(1)
                .with(ada.identity().with(new EmailAddress("ada@example.com")))
                .with((Consent) new Consent.Given(NOW.minus(DAY.multipliedBy(500)), "form"));
        for (int days : daysAgo) {
            Instant at = NOW.minus(DAY.multipliedBy(days));
            ada = ada.with(ada.shopping().with(new OrderState(new OrderId("o-" + days), at, OrderState.Stage.PLACED)))
                    .with(ada.recentEvents().seen(Sign.ORDER, at));
        }
        return ada;
    }

    @Test
    void who_bought_often_enough_within_a_year_and_is_still_here_is_one() {
        assertThat(BestCustomer.isOne(bought(300, 100, 5), store(3), NOW)).isTrue();
        assertThat(BestCustomer.isOne(bought(300, 100, 5), store(4), NOW)).isFalse();
        assertThat(BestCustomer.isOne(bought(370, 100, 5), store(3), NOW))
                .as("one is long ago")
                .isFalse();
        assertThat(BestCustomer.isOne(bought(300, 200, 61), store(3), NOW))
                .as("gone for two months")
                .isFalse();
        assertThat(BestCustomer.isOne(bought(300, 100, 5), TestStores.demo(), NOW))
                .as("no rule")
                .isFalse();
    }

    @Test
    void what_nobody_told_the_price_of_is_not_spent() {
        BestCustomers rule = new BestCustomers(1, Optional.of(new Money(1, USD)));

        assertThat(BestCustomer.isOne(bought(5), store(rule), NOW)).isFalse();
    }

    @Test
    void they_are_invited_the_next_morning_once_a_year_and_an_import_invites_nobody() {
        Decision today = Decide.decide(bought(300, 100, 0), new Input.Woke(), store(3), FLOWS, NOW);
        assertThat(today.messages()).isEmpty();
        Instant morning = today.next().alarmAt().orElseThrow();

        Decision invited = Decide.decide(today.next(), new Input.Woke(), store(3), FLOWS, morning);
        assertThat(invited.messages())
                .singleElement()
                .matches(mail -> mail.name().equals("you-are-invited"));
        assertThat(invited.next().started()).extracting(Started::flow).containsExactly("vip");

        Customer imported = bought(300, 100, 0);
        imported = imported.with(imported.recentEvents().importedAt(Optional.of(NOW.plusSeconds(60))));
        assertThat(Upcoming.of(imported, store(3), FLOWS, NOW)).singleElement().matches(Upcoming::isHeld);
        assertThat(Decide.decide(imported, new Input.Woke(), store(3), FLOWS, morning)
                        .messages())
                .isEmpty();
    }

    @Test
    void whom_the_programme_counts_to_such_a_tier_goes_first_whatever_they_buy() {
        assertThat(BestCustomer.goesFirst(bought(300, 100, 5), store(3), NOW)).isTrue();
        assertThat(BestCustomer.goesFirst(bought(5), store(3), NOW)).isFalse();
    }
}
