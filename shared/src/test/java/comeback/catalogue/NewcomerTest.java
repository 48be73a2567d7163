package comeback.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is new in a shop, and what is only new to us. */
class NewcomerTest {
    private static final Instant OPENED = Goods.MONDAY;

    private static Optional<Instant> came(Optional<Instant> onSaleSince, Instant asOf, Instant now) {
        var first = new Report.ProductUpdated(
                "bowl",
                "Bowl",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(Goods.variant("bowl", "18", Optional.empty())),
                onSaleSince,
                asOf);
        return Newcomer.of(first, OPENED, now).map(Newcomer::at);
    }

    private static Instant day(int day) {
        return OPENED.plus(Duration.ofDays(day));
    }

    @Test
    void what_a_shop_tells_of_without_a_date_is_new_a_week_after_it_began_to_tell() {
        assertThat(came(Optional.empty(), OPENED, OPENED)).isEmpty();
        assertThat(came(Optional.empty(), day(7).minusNanos(1), day(7).minusNanos(1)))
                .isEmpty();
        assertThat(came(Optional.empty(), day(7), day(7))).contains(day(7));
    }

    @Test
    void the_shops_own_date_counts_also_while_it_moves_in() {
        assertThat(came(Optional.of(day(-3)), OPENED, OPENED)).contains(day(-3));
        assertThat(came(Optional.of(day(-60)), OPENED, OPENED)).contains(day(-60));
        assertThat(came(Optional.of(day(-60).minusNanos(1)), OPENED, OPENED)).isEmpty();
    }

    @Test
    void what_will_be_sold_later_is_new_then() {
        assertThat(came(Optional.of(day(30)), day(20), day(20))).contains(day(30));
    }

    @Test
    void an_old_report_of_a_product_that_is_handed_in_late_is_no_news() {
        assertThat(came(Optional.empty(), day(20), day(90))).isEmpty();
        assertThat(came(Optional.empty(), day(31), day(90))).contains(day(31));
    }
}
