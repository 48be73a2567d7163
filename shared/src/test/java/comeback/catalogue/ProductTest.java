package comeback.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final Instant MONDAY = Goods.MONDAY;
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

    private static Stock stockOf(Product product, String variant) {
        return product.variant(variant).orElseThrow().stock();
    }

    @Test
    void an_older_report_that_comes_late_changes_nothing() {
        Product newer = Product.first(Goods.mug(TUESDAY, Goods.variant("small", "16", Goods.units(4))));

        assertThat(newer.after(Goods.mug(MONDAY, Goods.variant("small", "18", Goods.units(9))), Goods.FEW))
                .isEqualTo(newer);
    }

    @Test
    void the_same_report_twice_is_once() {
        Product once = Product.first(Goods.mug(MONDAY, 4));

        assertThat(once.after(Goods.mug(MONDAY, 4), Goods.FEW)).isEqualTo(once);
    }

    @Test
    void a_variant_that_is_no_longer_listed_is_no_longer_sold() {
        Product both = Product.first(Goods.mug(
                MONDAY, Goods.variant("small", "18", Goods.units(4)), Goods.variant("large", "24", Goods.units(4))));

        Product one = both.after(Goods.mug(TUESDAY, Goods.variant("large", "24", Optional.empty())), Goods.FEW);

        assertThat(one.variant("small")).isEmpty();
        assertThat(stockOf(one, "large")).isEqualTo(new Stock.Units(4));
    }

    @Test
    void a_product_told_before_the_last_count_keeps_the_count() {
        Product counted = Product.first(Goods.mug(MONDAY, 4))
                .after(new Report.StockChanged("small", Stock.none(), WEDNESDAY), Goods.FEW);

        Product told = counted.after(Goods.mug(TUESDAY, Goods.variant("small", "16", Goods.units(4))), Goods.FEW);

        assertThat(stockOf(told, "small")).isEqualTo(Stock.none());
        assertThat(told.variant("small").orElseThrow().price()).contains(Goods.euros("16"));
    }

    @Test
    void counts_that_come_out_of_order_leave_the_newest() {
        Product product = Product.first(Goods.mug(MONDAY, 4))
                .after(new Report.StockChanged("sku-small", new Stock.Units(7), WEDNESDAY), Goods.FEW)
                .after(new Report.StockChanged("small", new Stock.Units(1), TUESDAY), Goods.FEW);

        assertThat(stockOf(product, "small")).isEqualTo(new Stock.Units(7));
    }

    @Test
    void a_product_without_choices_may_be_counted_by_its_own_id() {
        Product product = Product.first(Goods.mug(MONDAY, 4))
                .after(new Report.StockChanged("mug", Stock.none(), TUESDAY), Goods.FEW);

        assertThat(stockOf(product, "small")).isEqualTo(Stock.none());
    }

    @Test
    void a_product_that_was_taken_away_is_not_brought_back_by_an_older_report_and_is_by_a_newer() {
        Product gone = Product.first(Goods.mug(MONDAY, 4)).after(new Report.ProductDeleted("mug", WEDNESDAY));

        assertThat(gone.after(Goods.mug(TUESDAY, 4), Goods.FEW).isSold()).isFalse();
        assertThat(gone.after(Goods.mug(WEDNESDAY.plusSeconds(1), 4), Goods.FEW).isSold())
                .isTrue();
        assertThat(Offer.of(gone, "mug", Optional.empty()).isOut()).isTrue();
    }

    @Test
    void a_shop_that_sold_more_than_it_had_has_none_and_one_that_does_not_tell_is_trusted() {
        assertThat(new Stock.Units(-3).isOut()).isTrue();
        assertThat(new Stock.Unknown().isOut()).isFalse();
        assertThat(new Stock.Unlimited().isBelow(1_000)).isFalse();
        assertThat(new Stock.Units(2).isBelow(3)).isTrue();
    }

    @Test
    void a_line_takes_what_its_event_left_out_and_keeps_what_the_shopper_saw() {
        Offer offer = Offer.of(Product.first(Goods.mug(MONDAY, 4)), "mug", Optional.of("small"));
        Line bare = Goods.line("mug", Optional.of("small"), "mug");
        Line seen = new Line(
                "mug",
                Optional.of("small"),
                "Mug of the year",
                Optional.of("blue"),
                Optional.empty(),
                Optional.of("https://cdn.example/blue.jpg"),
                2,
                Optional.of(Goods.euros("9")));

        assertThat(offer.complete(bare).title()).isEqualTo("Stoneware mug");
        assertThat(offer.complete(bare).variant()).contains("Size small");
        assertThat(offer.complete(bare).imageUrl()).contains("https://shop.example/mug.jpg");
        assertThat(offer.complete(bare).price()).isEmpty();
        assertThat(offer.complete(seen))
                .isEqualTo(new Line(
                        "mug",
                        Optional.of("small"),
                        "Mug of the year",
                        Optional.of("blue"),
                        Optional.of("https://shop.example/mug"),
                        Optional.of("https://cdn.example/blue.jpg"),
                        2,
                        Optional.of(Goods.euros("9"))));
    }
}
