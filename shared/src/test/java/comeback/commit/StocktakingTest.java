package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.TestStores;
import comeback.catalogue.Goods;
import comeback.catalogue.Newcomer;
import comeback.catalogue.News;
import comeback.catalogue.Occasion;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Stock;
import comeback.commit.Stocktaking.Outcome;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StocktakingTest {
    private static final Store SHOP = TestStores.demo();

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private final List<String> heard = new ArrayList<>();
    private Instant now = Goods.MONDAY;
    private final Stocktaking stocktaking =
            new Stocktaking(catalogue, (store, product) -> heard.add(product.id()), () -> now);

    private static Report.StockChanged counted(String variant, int units, int second) {
        return new Report.StockChanged(variant, new Stock.Units(units), Goods.MONDAY.plusSeconds(second));
    }

    private Stock stock() {
        return catalogue
                .find(Samples.STORE, "mug")
                .orElseThrow()
                .variant("small")
                .orElseThrow()
                .stock();
    }

    @Test
    void a_variant_is_counted_by_any_of_its_names() {
        stocktaking.told(SHOP, Goods.mug(Goods.MONDAY, 4));

        assertThat(stocktaking.told(SHOP, counted("sku-small", 2, 1))).isInstanceOf(Outcome.Kept.class);
        assertThat(stock()).isEqualTo(new Stock.Units(2));
        assertThat(stocktaking.told(SHOP, counted("small", 1, 2))).isInstanceOf(Outcome.Kept.class);
        assertThat(stocktaking.told(SHOP, counted("mug", 0, 3))).isInstanceOf(Outcome.Kept.class);
        assertThat(stock()).isEqualTo(Stock.none());
    }

    @Test
    void reports_that_come_late_say_so_and_change_nothing() {
        stocktaking.told(SHOP, Goods.mug(Goods.MONDAY.plusSeconds(10), 4));

        assertThat(stocktaking.told(SHOP, Goods.mug(Goods.MONDAY, 9))).isInstanceOf(Outcome.Older.class);
        assertThat(stocktaking.told(SHOP, counted("small", 1, 9))).isInstanceOf(Outcome.Older.class);
        assertThat(stocktaking.told(SHOP, new Report.ProductDeleted("mug", Goods.MONDAY)))
                .isInstanceOf(Outcome.Older.class);
        assertThat(stock()).isEqualTo(new Stock.Units(4));
    }

    @Test
    void what_few_are_is_the_stores_to_say() {
        Store choosy = TestStores.named("choosy", TestStores.DAY_AND_NIGHT.withFewLeft(5), Set.of());
        for (Store shop : List.of(SHOP, choosy)) {
            stocktaking.told(shop, Goods.mug(Goods.MONDAY, 9));
            stocktaking.told(shop, counted("small", 5, 1));
        }

        assertThat(catalogue.find(SHOP.id(), "mug").map(Occasion::of)).contains(List.of());
        assertThat(catalogue.find(choosy.id(), "mug").map(Occasion::of))
                .contains(List.of(new Occasion(News.FEW_LEFT, Goods.MONDAY.plusSeconds(1))));
    }

    @Test
    void the_same_report_again_is_kept_once_and_answered_alike() {
        stocktaking.told(SHOP, Goods.mug(Goods.MONDAY, 4));

        assertThat(stocktaking.told(SHOP, Goods.mug(Goods.MONDAY, 4))).isInstanceOf(Outcome.Kept.class);
        assertThat(catalogue.find(Samples.STORE, "mug")).map(Product::version).contains(1L);
        assertThat(heard)
                .as("who waits is told again: we may have fallen before")
                .containsExactly("mug", "mug");
    }

    @Test
    void what_nobody_told_of_cannot_be_counted_or_taken_away() {
        assertThat(stocktaking.told(SHOP, counted("small", 1, 9))).isEqualTo(new Outcome.NotKnown());
        assertThat(stocktaking.told(SHOP, new Report.ProductDeleted("mug", Goods.MONDAY)))
                .isEqualTo(new Outcome.NotKnown());
        stocktaking.told(SHOP, Goods.mug(Goods.MONDAY, 4));
        assertThat(stocktaking.told(
                        TestStores.named("other", TestStores.DAY_AND_NIGHT, Set.of()), counted("small", 1, 9)))
                .isEqualTo(new Outcome.NotKnown());
    }

    @Test
    void a_name_that_its_product_gave_up_counts_nothing() {
        stocktaking.told(
                SHOP,
                Goods.mug(
                        Goods.MONDAY,
                        Goods.variant("small", "18", Goods.units(4)),
                        Goods.variant("large", "20", Goods.units(4))));
        stocktaking.told(SHOP, Goods.mug(Goods.MONDAY.plusSeconds(1), 4));

        assertThat(stocktaking.told(SHOP, counted("sku-large", 1, 9))).isEqualTo(new Outcome.NotKnown());
    }

    @Test
    void two_writers_at_once_lose_nothing() {
        stocktaking.told(SHOP, Goods.mug(Goods.MONDAY, 4));
        Catalogue crossed = new Crossed(catalogue, 1, () -> stocktaking.told(SHOP, counted("small", 1, 5)));

        new Stocktaking(crossed, (store, product) -> {}, () -> now)
                .told(SHOP, Goods.mug(Goods.MONDAY.plusSeconds(2), Goods.variant("small", "9", Optional.empty())));

        assertThat(stock()).isEqualTo(new Stock.Units(1));
        assertThat(catalogue
                        .find(Samples.STORE, "mug")
                        .orElseThrow()
                        .variant("small")
                        .orElseThrow()
                        .price())
                .contains(Goods.euros("9"));
    }

    @Test
    void a_storm_of_writers_ends_in_an_error_that_lets_the_sender_repeat() {
        stocktaking.told(SHOP, Goods.mug(Goods.MONDAY, 4));
        int[] second = {10};
        Catalogue crossed = new Crossed(catalogue, 100, () -> stocktaking.told(SHOP, counted("small", 1, second[0]++)));

        assertThatThrownBy(() -> new Stocktaking(crossed, (store, product) -> {}, () -> now)
                        .told(SHOP, Goods.mug(Goods.MONDAY.plusSeconds(2), 5)))
                .hasMessageContaining("too many writers");
    }

    private static Report.ProductUpdated bowl(Optional<Instant> onSaleSince, Instant asOf) {
        return new Report.ProductUpdated(
                "bowl",
                "Bowl",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(Goods.variant("bowl", "18", Goods.units(3))),
                onSaleSince,
                asOf);
    }

    private List<Newcomer> newcomers() {
        return catalogue.newcomers(SHOP.id(), Instant.EPOCH, now.plus(Duration.ofDays(999)), 10);
    }

    @Test
    void what_a_shop_has_when_it_comes_to_us_is_nothing_new_and_what_it_tells_of_later_is() {
        stocktaking.told(SHOP, Goods.mug(now, 4));
        assertThat(newcomers()).isEmpty();

        now = now.plus(Duration.ofDays(8));
        stocktaking.told(SHOP, bowl(Optional.empty(), now));
        stocktaking.told(SHOP, bowl(Optional.empty(), now.plusSeconds(1)));
        stocktaking.told(SHOP, Goods.mug(now, 9));

        assertThat(newcomers()).containsExactly(new Newcomer("bowl", now));
    }

    @Test
    void what_came_back_after_it_was_taken_away_is_not_new() {
        stocktaking.told(SHOP, Goods.mug(now, 4));
        stocktaking.told(SHOP, new Report.ProductDeleted("mug", now.plusSeconds(1)));
        now = now.plus(Duration.ofDays(8));

        stocktaking.told(SHOP, Goods.mug(now, 4));

        assertThat(newcomers()).isEmpty();
    }

    @Test
    void a_new_product_that_is_told_of_again_after_we_fell_is_listed_once() {
        catalogue.openedAt(SHOP.id(), now.minus(Duration.ofDays(30)));
        Catalogue falling = new Crossed(catalogue, 1, () -> {
            throw new IllegalStateException("we fall");
        });
        Report.ProductUpdated bowl = bowl(Optional.of(now.minus(Duration.ofDays(1))), now);

        assertThatThrownBy(() -> new Stocktaking(falling, (store, product) -> {}, () -> now).told(SHOP, bowl))
                .hasMessage("we fall");
        stocktaking.told(SHOP, bowl);

        assertThat(newcomers()).containsExactly(new Newcomer("bowl", now.minus(Duration.ofDays(1))));
    }

    /** Somebody else writes between our read and our write, so many times. */
    private static final class Crossed implements Catalogue {
        private final Catalogue real;
        private final Runnable other;
        private int timesLeft;

        Crossed(Catalogue real, int times, Runnable other) {
            this.real = real;
            this.timesLeft = times;
            this.other = other;
        }

        @Override
        public Map<String, Product> find(StoreId store, Set<String> ids) {
            return real.find(store, ids);
        }

        @Override
        public Map<String, String> productsNamed(StoreId store, Set<String> names) {
            return real.productsNamed(store, names);
        }

        @Override
        public boolean save(StoreId store, Product next, Set<String> newNames) {
            if (timesLeft > 0) {
                timesLeft--;
                other.run();
            }
            return real.save(store, next, newNames);
        }

        @Override
        public Instant openedAt(StoreId store, Instant now) {
            return real.openedAt(store, now);
        }

        @Override
        public void came(StoreId store, Newcomer newcomer) {
            real.came(store, newcomer);
        }

        @Override
        public List<Newcomer> newcomers(StoreId store, Instant from, Instant until, int most) {
            return real.newcomers(store, from, until, most);
        }
    }
}
