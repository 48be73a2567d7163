package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Loyalty;
import comeback.customer.OrderId;
import comeback.event.Event;
import comeback.store.FirstInLine;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import comeback.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who comes to go first in a shop, and what that brings. */
class VipTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Store goldGoesFirst() {
        Store demo = TestStores.demo();
        MarketingPolicy policy = demo.policy()
                .with(new FirstInLine(Set.of("gold"), Optional.empty()))
                .with(OfferRules.DEFAULT);
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
                policy);
    }

    private static Life told(Life ada, String tier) {
        return ada.has(new Loyalty(Optional.of(tier), Optional.empty())).happens(new Event.CustomerUpdated());
    }

    private static Life invited() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .in(goldGoesFirst())
                .with(new Flows(List.of(
                        Life.SHIPPED.named("vip").orElseThrow(),
                        Life.SHIPPED.named("points-tier").orElseThrow())));
        return told(told(ada, "silver").after(DAY), "gold").after(DAY);
    }

    @Test
    void who_comes_to_go_first_is_invited_and_not_told_of_the_tier_besides() {
        assertThat(invited().mails()).containsExactly("you-are-invited");
    }

    @Test
    void the_next_order_brings_a_gift_once() {
        Life ada = invited().after(DAY.multipliedBy(10)).buys("1").after(DAY);
        assertThat(ada.mails()).containsExactly("you-are-invited");

        ada.after(DAY.multipliedBy(2));
        assertThat(ada.mails()).containsExactly("you-are-invited", "a-gift-for-you");
        assertThat(ada.buys("2").after(DAY.multipliedBy(80)).mails()).hasSize(2);
    }

    @Test
    void an_order_that_is_cancelled_or_comes_after_two_months_brings_none() {
        Life cancelled = invited().buys("1").after(DAY).happens(new Event.OrderCancelled(new OrderId("1")));
        assertThat(cancelled.after(DAY.multipliedBy(70)).mails()).containsExactly("you-are-invited");

        assertThat(invited()
                        .after(DAY.multipliedBy(61))
                        .buys("1")
                        .after(DAY.multipliedBy(9))
                        .mails())
                .containsExactly("you-are-invited");
    }

    @Test
    void who_leaves_is_told_nothing_and_gets_no_gift() {
        Life ada = told(invited(), "silver").buys("1").after(DAY.multipliedBy(20));

        assertThat(ada.mails()).containsExactly("you-are-invited");
    }

    @Test
    void who_comes_and_goes_is_invited_once_a_year() {
        Life ada = told(invited(), "silver").after(DAY.multipliedBy(20));

        assertThat(told(ada, "gold").after(DAY).mails()).containsExactly("you-are-invited");
        assertThat(told(told(ada, "silver").after(DAY.multipliedBy(350)), "gold")
                        .after(DAY)
                        .mails())
                .containsExactly("you-are-invited", "you-are-invited");
    }
}
