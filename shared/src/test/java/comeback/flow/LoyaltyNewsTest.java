package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Loyalty;
import comeback.event.Event;
import comeback.event.LoyaltyEvent;
import comeback.flow.Reason.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a shop's loyalty programme says of somebody, and who hears of it. */
class LoyaltyNewsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Loyalty tier(String name) {
        return new Loyalty(Optional.of(name), Optional.of(1_250L));
    }

    private static Life told(Life ada, String tier) {
        return ada.has(tier(tier)).happens(new Event.CustomerUpdated());
    }

    private static Life silver() {
        return told(Life.ofSomeoneWhoAgreed(), "silver");
    }

    private static Life unlocks(Life ada) {
        return ada.has(new Loyalty(Optional.empty(), Optional.of(40L), Optional.empty(), Optional.of("A free spoon")))
                .happens(new LoyaltyEvent.RewardUnlocked());
    }

    @Test
    void who_is_counted_to_another_tier_hears_of_it_once_whatever_told_it() {
        Life ada = told(silver(), "gold");
        assertThat(told(told(ada, "gold").after(DAY.multipliedBy(20)), "gold").mails())
                .containsExactly("your-level");

        Life bob = silver().has(tier("gold")).happens(new LoyaltyEvent.PointsChanged());
        assertThat(bob.mails()).containsExactly("your-level");
    }

    @Test
    void who_is_told_to_be_in_a_tier_for_the_first_time_was_perhaps_in_it_all_along() {
        assertThat(silver().after(DAY).mails()).isEmpty();
    }

    @Test
    void who_goes_up_and_down_within_a_week_hears_of_the_first_only() {
        Life ada = told(told(silver(), "gold").after(DAY.multipliedBy(3)), "silver");

        assertThat(ada.mails()).containsExactly("your-level");
        assertThat(told(ada.after(DAY.multipliedBy(5)), "gold").mails()).containsExactly("your-level", "your-level");
    }

    @Test
    void neither_an_import_nor_a_browser_makes_news_of_a_tier() {
        assertThat(told(silver().reportedByAnImport(), "gold").after(DAY).mails())
                .isEmpty();
        Life browsed = told(silver().reportedFromABrowser(), "gold");
        assertThat(browsed.after(DAY).mails()).isEmpty();
        assertThat(browsed.reasons(Verdict.NOT_STARTED))
                .anySatisfy(why -> assertThat(why).startsWith("points-tier: ").contains("key"));
    }

    @Test
    void who_unsubscribed_hears_of_neither() {
        Life ada = silver().unsubscribes();

        assertThat(unlocks(told(ada, "gold")).after(DAY).mails()).isEmpty();
    }

    @Test
    void who_unlocks_a_reward_hears_of_it_and_of_two_in_a_day_once() {
        Life ada = unlocks(unlocks(Life.ofSomeoneWhoAgreed()).after(Duration.ofHours(2)));
        assertThat(ada.mails()).containsExactly("you-earned-it");

        assertThat(unlocks(ada.after(DAY)).mails()).hasSize(2);
        assertThat(ada.customer().profile().loyalty().reward()).contains("A free spoon");
    }

    @Test
    void a_browser_unlocks_nothing() {
        Life ada = unlocks(Life.ofSomeoneWhoAgreed().reportedFromABrowser());

        assertThat(ada.after(DAY).mails()).isEmpty();
        assertThat(ada.customer().profile().loyalty().reward()).isEmpty();
    }

    @Test
    void nobody_loses_points_that_they_no_longer_have() {
        Loyalty.Expiring some = new Loyalty.Expiring(120, LocalDate.EPOCH);

        assertThat(new Loyalty(Optional.empty(), Optional.of(100L), Optional.of(some), Optional.empty()).expiring())
                .map(Loyalty.Expiring::points)
                .contains(100L);
        assertThat(new Loyalty(Optional.empty(), Optional.of(0L), Optional.of(some), Optional.empty()).expiring())
                .isEmpty();
    }
}
