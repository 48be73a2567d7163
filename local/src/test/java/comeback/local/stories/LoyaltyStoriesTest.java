package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a shop's loyalty programme tells of its members, and the days that they share with the shop. */
class LoyaltyStoriesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T14:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    private static List<String> of(Shopper shopper, String flow) {
        return shopper.mails().stream().filter(mail -> mail.startsWith(flow)).toList();
    }

    @Test
    void who_reaches_another_tier_and_unlocks_a_reward_reads_of_both_and_order_mail_tells_the_points() {
        Shopper ada = new Shopper(world, "ada").identifies(Map.of("tier", "Silver", "points", 980));
        assertThat(ada.mails()).isEmpty();

        ada.track("Tier Changed", Map.of("tier", "Gold", "points", 1250));
        world.advance(Duration.ofMinutes(5));
        assertThat(ada.mails()).containsExactly("points-tier/your-level");
        assertThat(ada.lastMail().text()).contains("Your level: Gold", "Your points: 1,250");

        world.advance(DAY);
        ada.track("Reward Unlocked", Map.of("reward", "A free oak spoon", "points", 250));
        world.advance(Duration.ofMinutes(5));
        assertThat(of(ada, "points-reward")).containsExactly("points-reward/you-earned-it");
        assertThat(ada.lastMail().text()).contains("Your reward: A free oak spoon", "Your points: 250");

        ada.pays("1001", "c-1");
        world.advance(Duration.ofMinutes(5));
        assertThat(ada.lastMail().tag("flow")).isEqualTo("order-confirmation");
        assertThat(ada.lastMail().text()).contains("Your points, as counted last: 250");
    }

    @Test
    void who_has_points_that_end_reads_of_it_a_month_and_a_week_before_unless_they_use_them() {
        Map<String, Object> ending = Map.of("points", 500, "points_expiring", 120, "points_expire_at", "2026-04-20");
        Shopper ada = new Shopper(world, "ada").identifies(ending);
        Shopper bob = new Shopper(world, "bob").identifies(ending);

        world.advance(DAY.multipliedBy(25));
        assertThat(of(ada, "points-expiry")).containsExactly("points-expiry/your-points-end");
        assertThat(ada.lastMail().text()).contains("Points that end: 120", "Last day to use them: April 20, 2026");

        bob.identifies(Map.of("points", 0));
        world.advance(DAY.multipliedBy(25));
        assertThat(of(ada, "points-expiry"))
                .containsExactly("points-expiry/your-points-end", "points-expiry/a-week-left");
        assertThat(of(bob, "points-expiry")).containsExactly("points-expiry/your-points-end");
    }

    @Test
    void a_day_that_the_shop_was_told_of_is_greeted_by_its_name_that_morning_each_year() {
        Shopper ada = new Shopper(world, "ada").identifies(Map.of("dates", Map.of("Emma’s birthday", "2019-03-20")));

        world.advance(DAY.multipliedBy(17));
        assertThat(of(ada, "anniversary")).isEmpty();
        world.advance(DAY);

        assertThat(of(ada, "anniversary")).containsExactly("anniversary/a-special-day");
        assertThat(ada.lastMail().text()).contains("Today: Emma’s birthday");
        assertThat(ada.lastMail().sentAt())
                .isBetween(Instant.parse("2026-03-20T13:00:00Z"), Instant.parse("2026-03-20T13:10:00Z"));
    }

    @Test
    void a_year_after_signing_up_who_still_comes_is_thanked_and_who_was_let_go_is_left_alone() {
        Shopper ada = new Shopper(world, "ada").signsUp();
        Shopper bob = new Shopper(world, "bob").signsUp();
        for (int visits = 0; visits < 9; visits++) {
            world.advance(DAY.multipliedBy(41));
            ada.track("Products Searched", Map.of("query", "mug"));
        }

        assertThat(of(ada, "anniversary")).containsExactly("anniversary/years-with-us");
        assertThat(ada.mails()).doesNotContain("sunset/goodbye");
        assertThat(of(bob, "anniversary")).isEmpty();
        assertThat(bob.mails()).contains("sunset/goodbye");
    }
}
