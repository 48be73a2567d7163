package comeback.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {
    private static final Instant START = Goods.MONDAY;

    private static Instant day(long number) {
        return START.plus(Duration.ofDays(number));
    }

    @Test
    void a_price_that_held_within_the_thirty_days_counts_though_it_began_long_before() {
        PriceHistory history = PriceHistory.NONE
                .with(day(0), Goods.euros("10"))
                .with(day(100), Goods.euros("20"))
                .with(day(110), Goods.euros("15"));

        assertThat(history.lowestBefore(day(110))).contains(Goods.euros("10"));
        assertThat(history.lowestBefore(day(129))).contains(Goods.euros("10"));
        assertThat(history.lowestBefore(day(131))).contains(Goods.euros("15"));
        assertThat(history.lowestBefore(day(0))).isEmpty();
    }

    @Test
    void the_same_price_told_again_is_no_change() {
        PriceHistory history = PriceHistory.NONE.with(day(0), Goods.euros("10"));

        assertThat(history.with(day(5), Goods.euros("10.00"))).isEqualTo(history);
    }

    @Test
    void another_currency_begins_anew() {
        Money won = Money.of(BigDecimal.valueOf(9_000), Currency.getInstance("KRW"));

        assertThat(PriceHistory.NONE
                        .with(day(0), Goods.euros("10"))
                        .with(day(1), won)
                        .points())
                .containsExactly(new PriceHistory.Point(day(1), won));
    }

    @Test
    void a_price_that_changes_all_day_takes_bounded_room_and_never_claims_a_higher_lowest_price() {
        Random random = new Random(7);
        PriceHistory history = PriceHistory.NONE;
        List<PriceHistory.Point> all = new ArrayList<>();
        for (int hour = 0; hour < 2_000; hour++) {
            Instant at = START.plus(Duration.ofHours(hour));
            Money price = Goods.euros(Integer.toString(50 + random.nextInt(50)));
            history = history.with(at, price);
            all.add(new PriceHistory.Point(at, price));

            Instant from = at.minus(PriceHistory.COMPARED_FOR);
            Money lowest = all.stream()
                    .filter(point -> !point.since().isBefore(from))
                    .map(PriceHistory.Point::price)
                    .min(Comparator.comparingLong(Money::minor))
                    .orElseThrow();
            assertThat(history.points()).hasSizeLessThanOrEqualTo(PriceHistory.POINTS_MAX);
            assertThat(history.lowestBefore(at.plusSeconds(1)).orElseThrow().minor())
                    .isLessThanOrEqualTo(lowest.minor());
        }
    }
}
