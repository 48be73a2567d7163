package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.customer.Loyalty;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Shopping;
import comeback.event.Event;
import comeback.event.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of how a customer buys, net of what they gave back, as conditions ask it. */
class LoyaltyTest {
    private static final Duration DAY = Duration.ofDays(1);

    /** A letter for whoever has spent so much on so many orders. */
    private static Life asking(String condition) {
        return Life.ofSomeoneWhoAgreed().with("thanks", """
                class: marketing
                starts:
                  on: [Signed Up]
                  when: %s
                  again: after 1m
                steps:
                  - send: thanks
                """.formatted(condition));
    }

    private static Event.OrderCompleted bought(String id, Instant at, long cents) {
        Order plain = Shop.order(id, at);
        Optional<Money> total = Optional.of(new Money(cents, Currency.getInstance("USD")));
        return new Event.OrderCompleted(
                new Order(
                        plain.id(),
                        plain.number(),
                        at,
                        plain.payment(),
                        plain.lines(),
                        0,
                        new Order.Amounts(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), total),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Set.of());
    }

    private static boolean holds(Life ada) {
        return ada.after(DAY.multipliedBy(40)).signsUp().mails().contains("thanks");
    }

    private static Life twoOrders(String condition) {
        Life ada = asking(condition);
        ada.happens(bought("1", ada.now(), 1_250)).after(DAY);
        return ada.happens(bought("2", ada.now(), 2_000)).after(DAY);
    }

    private static OrderEvent.OrderRefunded refund(String order, String id, long cents) {
        return new OrderEvent.OrderRefunded(
                new OrderId(order), id, Optional.of(new Money(cents, Currency.getInstance("USD"))), false, List.of());
    }

    @Test
    void two_orders_are_two_and_what_both_cost_was_spent() {
        String both = "$customer.orders.count == 2 && $customer.orders.spent == \"32.50 USD\"";

        assertThat(holds(twoOrders(both))).isTrue();
    }

    @Test
    void what_went_back_was_not_spent_and_an_order_that_went_back_whole_is_none() {
        String part = "$customer.orders.count == 2 && $customer.orders.spent == \"30 USD\"";
        String whole = "$customer.orders.count == 1 && $customer.orders.spent == \"20 USD\"";

        assertThat(holds(twoOrders(part).happens(refund("1", "r-1", 250)).happens(refund("1", "r-1", 250))))
                .isTrue();
        assertThat(holds(twoOrders(whole).happens(refund("1", "r-1", 250)).happens(refund("1", "r-2", 1_000))))
                .isTrue();
        assertThat(holds(twoOrders(whole).happens(new Event.OrderCancelled(new OrderId("1")))))
                .isTrue();
    }

    @Test
    void a_refund_that_is_reported_before_its_order_counts_too() {
        Life ada = asking("$customer.orders.spent == \"10 USD\"").happens(refund("1", "r-1", 250));

        assertThat(holds(ada.happens(bought("1", ada.now(), 1_250)))).isTrue();
    }

    @Test
    void what_was_spent_is_not_known_while_one_total_is_not() {
        Life ada = twoOrders("not $customer.orders.spent.known").buys("3");

        assertThat(holds(ada)).isTrue();
    }

    @Test
    void a_tier_and_points_are_what_the_shop_told_last_and_what_it_leaves_out_stays() {
        String rich = "$customer.tier == \"gold\" && $customer.points >= 500";
        Life told = asking(rich).has(new Loyalty(Optional.of("silver"), Optional.of(500L)));
        told.signsUp().after(DAY).has(new Loyalty(Optional.of("gold"), Optional.empty()));

        assertThat(holds(told)).isTrue();
        assertThat(told.customer().profile().loyalty()).isEqualTo(new Loyalty(Optional.of("gold"), Optional.of(500L)));
        assertThat(holds(asking(rich).has(new Loyalty(Optional.of("gold"), Optional.of(499L)))))
                .isFalse();
        assertThat(holds(asking(rich).has(new Loyalty(Optional.of("silver"), Optional.of(500L)))))
                .isFalse();
    }

    @Test
    void who_is_in_no_programme_has_neither_a_tier_nor_points() {
        assertThat(holds(asking("not $customer.tier.known && not $customer.points.known")))
                .isTrue();
        assertThat(holds(asking("$customer.points < 500"))).isFalse();
    }

    @Test
    void points_are_never_below_none_and_a_tier_is_no_novel() {
        Loyalty odd = new Loyalty(Optional.of("g".repeat(Loyalty.TIER_MAX + 1)), Optional.of(-5L));

        assertThat(odd).isEqualTo(new Loyalty(Optional.of("g".repeat(Loyalty.TIER_MAX)), Optional.of(0L)));
    }

    @Test
    void only_so_many_orders_are_kept_and_20_stands_for_more() {
        Life ada = asking("$customer.orders.count == 20");
        for (int i = 0; i < Shopping.ORDERS_MAX + 5; i++) {
            ada.happens(bought("o-" + i, ada.now(), 100)).after(Duration.ofHours(1));
        }

        assertThat(ada.customer().shopping().orders()).hasSize(Shopping.ORDERS_MAX);
        assertThat(holds(ada)).isTrue();
    }

    @Test
    void the_same_order_within_fifteen_minutes_is_likely_a_mistake() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .buys("1")
                .after(Duration.ofMinutes(15))
                .buys("2");
        Shopping shopping = ada.customer().shopping();

        assertThat(shopping.twin(new OrderId("2")))
                .map(order -> order.id().value())
                .contains("1");
        assertThat(shopping.twin(new OrderId("1"))).isEmpty();
        assertThat(ada.after(Duration.ofMinutes(16))
                        .buys("3")
                        .customer()
                        .shopping()
                        .twin(new OrderId("3")))
                .isEmpty();
    }

    @Test
    void another_order_and_one_after_a_cancelled_one_are_no_mistake() {
        Life ada = Life.ofSomeoneWhoAgreed().buys("1").happens(new Event.OrderCancelled(new OrderId("1")));

        assertThat(ada.buys("2").customer().shopping().twin(new OrderId("2"))).isEmpty();
    }
}
