package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Goods;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.wave.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products, those who wait for them, and coupons are found by name. */
class LookupTest {
    private final World world = new World();

    @BeforeEach
    void the_shop_has_a_mug_in_two_sizes_and_two_people_wait_for_the_small_one() {
        var told = Goods.mug(
                world.now(),
                Goods.variant("small", "18", Goods.units(0)),
                Goods.variant("large", "24.50", Goods.units(7)));
        world.catalogue()
                .save(World.SHOP.id(), Product.first(told), Set.of("small", "large", "sku-small", "sku-large"));
        world.catalogue().came(World.SHOP.id(), new Newcomer("mug", world.now()));
        for (String who : List.of("ada", "ben")) {
            var waiter = new Waiter(
                    CustomerId.of(Ref.user(who)), world.now(), world.now().plus(Duration.ofDays(90)));
            world.waiting().ask(World.SHOP.id(), new Wanted("mug", "small"), waiter, 10);
        }
    }

    private String page(String path, Map<String, String> query) {
        return world.page("sk_demo", path, query).getBody();
    }

    @Test
    void a_product_is_found_by_its_id_or_sku_with_price_stock_and_who_waits() {
        for (String name : List.of("mug", "sku-small")) {
            assertThat(page("/console/goods", Map.of("id", name)))
                    .contains("Stoneware mug", "€18.00", "€24.50", "<td>7</td>", "<td>2, since ");
        }
        assertThat(page("/console/goods", Map.of())).contains("/console/goods?id=mug");
        assertThat(page("/console/goods", Map.of("id", "mug", "lang", "tr"))).contains("24,50");
    }

    @Test
    void what_is_not_there_is_not_found_and_another_stores_neither() {
        assertThat(world.page("sk_demo", "/console/goods", Map.of("id", "<b>")).getStatusCode())
                .isEqualTo(404);
        assertThat(world.page("sk_other", "/console/goods", Map.of("id", "mug")).getStatusCode())
                .isEqualTo(404);
        assertThat(page("/console/goods", Map.of("id", "<b>"))).doesNotContain("<b>\"");
        for (String code : List.of("NOBODYS-CODE", "?")) {
            assertThat(world.page("sk_demo", "/console/coupons", Map.of("id", code))
                            .getStatusCode())
                    .isEqualTo(404);
        }
        assertThat(world.page("sk_demo", "/console/coupons", Map.of()).getStatusCode())
                .isEqualTo(200);
    }
}
