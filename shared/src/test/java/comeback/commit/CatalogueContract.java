package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Goods;
import comeback.catalogue.Line;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Stock;
import comeback.catalogue.Variant;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Catalogue} does. */
public abstract class CatalogueContract {
    private static final StoreId OTHER = new StoreId("other");

    protected abstract Catalogue catalogue();

    private static Product mug() {
        Product first = Product.first(Goods.mug(
                Goods.MONDAY,
                Goods.variant("small", "18", Goods.units(3)),
                Goods.variant("large", "24.50", Optional.of(new Stock.Unlimited())),
                Goods.variant("huge", "30", Optional.empty())));
        return first.after(
                Goods.mug(
                        Goods.MONDAY.plusSeconds(60),
                        Goods.variant("small", "16", Goods.units(0)),
                        Goods.variant("large", "24.50", Optional.empty()),
                        Goods.variant("huge", "30", Optional.empty())),
                Goods.FEW);
    }

    private static Product product(String id) {
        return Product.first(new Report.ProductUpdated(
                id,
                "Thing " + id,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(Goods.variant(id + "-1", "5", Optional.empty())),
                Optional.empty(),
                Goods.MONDAY));
    }

    @Test
    void a_product_comes_back_as_it_was_told_to_its_own_store_only() {
        Catalogue catalogue = catalogue();

        assertThat(catalogue.save(Samples.STORE, mug(), mug().names())).isTrue();

        assertThat(catalogue.find(Samples.STORE, "mug")).contains(mug().withVersion(1));
        assertThat(catalogue.find(OTHER, "mug")).isEmpty();
        assertThat(catalogue.productsNamed(OTHER, Set.of("small"))).isEmpty();
    }

    @Test
    void a_product_that_was_taken_away_stays_known() {
        Catalogue catalogue = catalogue();
        Product gone = mug().after(new Report.ProductDeleted("mug", Goods.MONDAY.plusSeconds(120)));

        catalogue.save(Samples.STORE, gone, Set.of());

        assertThat(catalogue.find(Samples.STORE, "mug")).contains(gone.withVersion(1));
    }

    @Test
    void who_saw_an_older_product_does_not_overwrite_the_newer() {
        Catalogue catalogue = catalogue();
        catalogue.save(Samples.STORE, mug(), Set.of());

        assertThat(catalogue.save(Samples.STORE, product("mug"), Set.of())).isFalse();
        assertThat(catalogue.save(Samples.STORE, product("mug").withVersion(2), Set.of()))
                .isFalse();

        assertThat(catalogue.find(Samples.STORE, "mug")).contains(mug().withVersion(1));
        assertThat(catalogue.save(Samples.STORE, product("mug").withVersion(1), Set.of()))
                .isTrue();
    }

    @Test
    void many_products_are_found_at_once_and_those_nobody_told_of_are_missing() {
        Catalogue catalogue = catalogue();
        Set<String> ids = IntStream.range(0, Catalogue.BATCH_MAX)
                .mapToObj(number -> "p#" + number)
                .collect(Collectors.toSet());
        ids.stream().skip(1).forEach(id -> catalogue.save(Samples.STORE, product(id), Set.of()));

        assertThat(catalogue.find(Samples.STORE, ids))
                .hasSize(Catalogue.BATCH_MAX - 1)
                .allSatisfy((id, product) -> {
                    assertThat(product.id()).isEqualTo(id);
                });
        assertThat(catalogue.find(Samples.STORE, Set.of())).isEmpty();
    }

    @Test
    void names_lead_to_their_product_and_to_the_last_that_claimed_them() {
        Catalogue catalogue = catalogue();
        Set<String> names =
                IntStream.range(0, 60).mapToObj(number -> "sku " + number).collect(Collectors.toSet());

        catalogue.save(Samples.STORE, product("a"), names);
        catalogue.save(Samples.STORE, product("b"), Set.of("sku 7"));

        assertThat(catalogue.productsNamed(Samples.STORE, Set.of("sku 7", "sku 8", "sku 60")))
                .containsOnly(java.util.Map.entry("sku 7", "b"), java.util.Map.entry("sku 8", "a"));
    }

    @Test
    void a_shop_begins_to_tell_of_its_goods_once() {
        Catalogue catalogue = catalogue();
        Instant first = Goods.MONDAY.plusNanos(5);

        assertThat(catalogue.openedAt(Samples.STORE, first)).isEqualTo(first);
        assertThat(catalogue.openedAt(Samples.STORE, first.plusSeconds(9))).isEqualTo(first);
        assertThat(catalogue.openedAt(OTHER, first.plusSeconds(9))).isEqualTo(first.plusSeconds(9));
    }

    @Test
    void what_is_new_comes_newest_first_once_and_only_so_many_of_the_time_that_is_asked_for() {
        Catalogue catalogue = catalogue();
        assertThat(catalogue.newcomers(Samples.STORE, Instant.EPOCH, Goods.MONDAY, 10))
                .isEmpty();
        for (int day : List.of(0, 3, 1, 1, 2)) {
            catalogue.came(Samples.STORE, newcomer(day));
        }

        assertThat(catalogue.newcomers(Samples.STORE, Goods.MONDAY, newcomer(3).at(), 10))
                .containsExactly(newcomer(3), newcomer(2), newcomer(1), newcomer(0));
        assertThat(catalogue.newcomers(
                        Samples.STORE, newcomer(1).at(), newcomer(2).at().plusSeconds(1), 10))
                .containsExactly(newcomer(2), newcomer(1));
        assertThat(catalogue.newcomers(Samples.STORE, Goods.MONDAY, newcomer(3).at(), 1))
                .containsExactly(newcomer(3));
        assertThat(catalogue.newcomers(OTHER, Goods.MONDAY, newcomer(3).at(), 10))
                .isEmpty();
    }

    private static Newcomer newcomer(int day) {
        return new Newcomer("thing#" + day, Goods.MONDAY.plus(Duration.ofDays(day)));
    }

    @Test
    void a_line_finds_its_product_by_whatever_name_a_storefront_uses() {
        Catalogue catalogue = catalogue();
        catalogue.save(Samples.STORE, mug(), mug().names());
        Line byIds = Goods.line("mug", Optional.of("large"), "mug");
        Line bySku = Goods.line("sku-small", Optional.empty(), "sku-small");
        Line byVariant = Goods.line("gid/1", Optional.of("huge"), "Mug");
        Line unknown = Goods.line("lamp", Optional.of("lamp-1"), "Lamp");

        var offers = catalogue.offers(Samples.STORE, List.of(byIds, bySku, byVariant, unknown));

        assertThat(offers).containsOnlyKeys(byIds, bySku, byVariant);
        assertThat(offers)
                .hasEntrySatisfying(
                        byIds,
                        offer -> assertThat(offer.variant()).map(Variant::id).contains("large"));
        assertThat(offers)
                .hasEntrySatisfying(bySku, offer -> assertThat(offer.isOut()).isTrue());
        assertThat(offers)
                .hasEntrySatisfying(
                        byVariant, offer -> assertThat(offer.isOut()).isFalse());
    }
}
