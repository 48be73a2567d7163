package comeback.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OccasionTest {
    private static final Instant MONDAY = Goods.MONDAY;
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

    private static Product costing(String first, String second) {
        return Product.first(Goods.mug(MONDAY, Goods.variant("small", first, Goods.units(9))))
                .after(Goods.mug(TUESDAY, Goods.variant("small", second, Goods.units(9))), Goods.FEW);
    }

    private static Product counted(int... units) {
        Product product = Product.first(Goods.mug(MONDAY, units[0]));
        for (int day = 1; day < units.length; day++) {
            product = product.after(
                    new Report.StockChanged("small", new Stock.Units(units[day]), MONDAY.plus(Duration.ofDays(day))),
                    Goods.FEW);
        }
        return product;
    }

    private static Sight sight(String price) {
        return new Sight(Optional.of("small"), Optional.of(Goods.euros(price)), false, false);
    }

    private static Offer small(Product product) {
        return Offer.of(product, "mug", Optional.of("small"));
    }

    @Test
    void a_tenth_and_a_whole_unit_less_is_news_and_a_cent_more_is_not() {
        assertThat(Drop.isNews(Goods.euros("20.00"), Goods.euros("18.00"))).isTrue();
        assertThat(Drop.isNews(Goods.euros("20.00"), Goods.euros("18.01"))).isFalse();
        assertThat(Drop.isNews(Goods.euros("5.00"), Goods.euros("4.00"))).isTrue();
        assertThat(Drop.isNews(Goods.euros("5.00"), Goods.euros("4.01"))).isFalse();
        assertThat(Drop.isNews(Goods.euros("18.00"), Goods.euros("20.00"))).isFalse();
    }

    @Test
    void a_unit_is_the_currencys_own_and_two_currencies_are_never_compared() {
        Currency won = Currency.getInstance("KRW");
        Currency dinar = Currency.getInstance("KWD");

        assertThat(Drop.isNews(new Money(10, won), new Money(9, won))).isTrue();
        assertThat(Drop.isNews(new Money(9_999, dinar), new Money(8_999, dinar)))
                .isTrue();
        assertThat(Drop.isNews(new Money(2_000, dinar), new Money(1_001, dinar)))
                .isFalse();
        assertThat(Drop.isNews(Money.of(BigDecimal.valueOf(20), won), Goods.euros("1")))
                .isFalse();
    }

    @Test
    void a_price_that_fell_is_told_to_who_saw_the_higher_one_before_it_fell() {
        Product product = costing("20", "15");
        Occasion dropped = new Occasion(News.CHEAPER, TUESDAY);

        assertThat(Occasion.of(product)).containsExactly(dropped);
        assertThat(dropped.isNewsOf(small(product), sight("20"), MONDAY)).isTrue();
        assertThat(dropped.isNewsOf(small(product), sight("16"), MONDAY)).isFalse();
        assertThat(dropped.isNewsOf(small(product), sight("20"), WEDNESDAY)).isFalse();
        assertThat(dropped.stock(product)).isEqualTo(new Stock.Units(9));
    }

    @Test
    void what_a_storefront_did_not_say_is_what_it_cost_then() {
        Product product = costing("20", "15");
        Sight silent = new Sight(Optional.of("small"), Optional.empty(), false, false);

        assertThat(new Occasion(News.CHEAPER, TUESDAY).isNewsOf(small(product), silent, MONDAY))
                .isTrue();
        assertThat(new Occasion(News.CHEAPER, TUESDAY)
                        .isNewsOf(small(product), silent, MONDAY.minus(Duration.ofDays(1))))
                .as("before the shop told any price")
                .isFalse();
    }

    @Test
    void a_price_that_rose_from_a_deep_fall_or_fell_a_little_is_no_occasion() {
        Product risen = costing("20", "10")
                .after(Goods.mug(WEDNESDAY, Goods.variant("small", "12", Goods.units(9))), Goods.FEW);

        assertThat(Occasion.of(risen)).isEmpty();
        assertThat(Occasion.of(costing("20", "19"))).isEmpty();
        assertThat(Occasion.of(costing("20", "20"))).isEmpty();
    }

    @Test
    void what_is_sold_out_or_sold_no_more_is_cheap_for_nobody() {
        Product product = costing("20", "15");
        Product out = product.after(new Report.StockChanged("small", Stock.none(), WEDNESDAY), Goods.FEW);
        Product gone = product.after(new Report.ProductDeleted("mug", WEDNESDAY));

        assertThat(Occasion.of(out)).isEmpty();
        assertThat(Occasion.of(gone)).isEmpty();
        assertThat(new Occasion(News.CHEAPER, TUESDAY).stock(gone)).isEqualTo(Stock.none());
    }

    @Test
    void the_same_price_for_every_size_is_the_price_of_who_chose_none() {
        Product product = Product.first(Goods.mug(
                        MONDAY,
                        Goods.variant("small", "20", Goods.units(9)),
                        Goods.variant("large", "20", Goods.units(9))))
                .after(
                        Goods.mug(
                                TUESDAY,
                                Goods.variant("small", "15", Goods.units(9)),
                                Goods.variant("large", "15", Goods.units(9))),
                        Goods.FEW);
        Sight any = new Sight(Optional.empty(), Optional.of(Goods.euros("20")), false, false);

        assertThat(new Occasion(News.CHEAPER, TUESDAY)
                        .isNewsOf(Offer.of(product, "mug", Optional.empty()), any, MONDAY))
                .isTrue();
    }

    @Test
    void three_left_of_many_runs_low_and_two_that_came_back_do_not() {
        assertThat(Occasion.of(counted(9, 3))).containsExactly(new Occasion(News.FEW_LEFT, TUESDAY));
        assertThat(Occasion.of(counted(9, 3, 2)))
                .as("since the day it came to be few")
                .containsExactly(new Occasion(News.FEW_LEFT, TUESDAY));
        assertThat(Occasion.of(counted(9, 4))).isEmpty();
        assertThat(Occasion.of(counted(9, 0))).isEmpty();
        assertThat(Occasion.of(counted(9, 3, 0, 2))).isEmpty();
        assertThat(Occasion.of(counted(2))).as("never counted before").isEmpty();
    }

    @Test
    void running_low_is_news_for_who_kept_it_and_not_for_who_only_looked() {
        Product product = counted(9, 2);
        Occasion low = new Occasion(News.FEW_LEFT, TUESDAY);
        List<Sight> kept = List.of(
                new Sight(Optional.of("small"), Optional.empty(), true, false),
                new Sight(Optional.of("small"), Optional.empty(), false, true));

        assertThat(kept).allMatch(sight -> low.isNewsOf(small(product), sight, MONDAY));
        assertThat(low.isNewsOf(small(product), sight("20"), MONDAY)).isFalse();
    }
}
