package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.local.TestWorld;
import comeback.local.stores.StoresFile;
import comeback.store.BestCustomers;
import comeback.store.FirstInLine;
import comeback.store.Store;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a shop lets go first, and what that brings them: over the real functions. */
class VipStoryTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T14:00:20Z", List.of(shop()));

    /** Gold goes first, and who bought three times in a year for 50 dollars. */
    private static Store shop() {
        Store demo = StoresFile.demo().getFirst();
        Money fifty = new Money(5_000, Currency.getInstance("USD"));
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
                demo.policy()
                        .with(new FirstInLine(Set.of("gold"), Optional.of(new BestCustomers(3, Optional.of(fifty))))));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static List<String> ofVip(Shopper shopper) {
        return shopper.mails().stream().filter(mail -> mail.startsWith("vip/")).toList();
    }

    @Test
    void who_reaches_a_tier_that_goes_first_is_invited_and_the_next_order_brings_a_gift_once() {
        Shopper ada = new Shopper(world, "ada").identifies(Map.of("tier", "silver"));
        ada.track("Tier Changed", Map.of("tier", "gold"));
        world.advance(Duration.ofMinutes(5));
        assertThat(ofVip(ada)).containsExactly("vip/you-are-invited");

        world.advance(DAY.multipliedBy(3));
        ada.pays("1001", "c-1");
        world.advance(DAY.multipliedBy(4));
        assertThat(ofVip(ada)).containsExactly("vip/you-are-invited", "vip/a-gift-for-you");
        assertThat(world.mailbox().stream()
                        .filter(mail -> mail.to().equals(ada.email())
                                && mail.tag("message").equals("a-gift-for-you"))
                        .toList())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("15% off").containsOnlyOnce("one order"));

        assertThat(ada.mails()).as("one coupon at a time").doesNotContain("thank-you/for-your-next-order");

        ada.pays("1002", "c-2");
        world.advance(DAY.multipliedBy(4));
        assertThat(ofVip(ada)).hasSize(2);
    }

    @Test
    void who_buys_as_the_best_do_is_invited_the_next_morning_and_who_buys_less_is_not() {
        Shopper ada = new Shopper(world, "ada").identifies();
        Shopper bob = new Shopper(world, "bob").identifies();
        for (int order = 1; order <= 3; order++) {
            ada.pays("a-" + order, "ca-" + order);
            if (order < 3) {
                bob.pays("b-" + order, "cb-" + order);
            }
            world.advance(Duration.ofHours(1));
        }
        assertThat(ofVip(ada)).isEmpty();

        world.advance(DAY);
        assertThat(ofVip(ada)).containsExactly("vip/you-are-invited");
        assertThat(ofVip(bob)).isEmpty();
        assertThat(world.mailbox().stream()
                        .filter(mail -> mail.tag("flow").equals("vip"))
                        .toList()
                        .getFirst()
                        .sentAt()
                        .atZone(shop().zone())
                        .toLocalTime())
                .isBetween(LocalTime.of(10, 0), LocalTime.of(10, 31));
    }

    @Test
    void who_leaves_the_tier_is_told_nothing_and_their_next_order_brings_nothing() {
        Shopper ada = new Shopper(world, "ada").identifies(Map.of("tier", "silver"));
        ada.track("Tier Changed", Map.of("tier", "gold"));
        world.advance(DAY);
        ada.track("Tier Changed", Map.of("tier", "silver"));
        ada.pays("1001", "c-1");
        world.advance(DAY.multipliedBy(5));

        assertThat(ofVip(ada)).containsExactly("vip/you-are-invited");
        assertThat(ada.mails()).doesNotContain("points-tier/your-level");
    }
}
