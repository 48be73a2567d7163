package comeback.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Bestsellers.Seller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestsellersTest {
    private final List<Together> orders = new ArrayList<>();

    private void bought(int times, int day, String... products) {
        for (int i = 0; i < times; i++) {
            Instant at = Goods.MONDAY.plus(Duration.ofDays(day));
            orders.add(new Together("o-" + orders.size(), at, List.of(products)));
        }
    }

    private Bestsellers counted() {
        return Bestsellers.NONE.after(orders);
    }

    @Test
    void what_is_bought_most_is_liked_most_and_what_two_people_bought_is_no_fashion() {
        bought(5, 0, "mug");
        bought(9, 0, "lamp");
        bought(2, 0, "spoon");

        assertThat(counted().liked()).containsExactly("lamp", "mug");
    }

    @Test
    void an_order_weighs_half_as_much_a_fortnight_later() {
        bought(9, 0, "lamp");
        bought(5, 14, "mug");

        assertThat(counted().sellers()).containsExactly(new Seller("mug", 5, 5_000), new Seller("lamp", 9, 4_500));
    }

    @Test
    void what_nobody_buys_any_more_is_forgotten() {
        bought(3, 0, "lamp");
        bought(3, 80, "mug");

        assertThat(counted().liked()).containsExactly("mug");
        assertThat(counted().sellers()).hasSize(1);
    }

    @Test
    void however_the_orders_are_parted_into_pages_the_count_is_the_same() {
        bought(4, 0, "mug", "lamp");
        bought(4, 14, "lamp");
        bought(4, 28, "spoon");

        Bestsellers inPages = Bestsellers.NONE
                .after(orders.subList(0, 4))
                .after(orders.subList(4, 8))
                .after(orders.subList(8, 12))
                .after(List.of());

        assertThat(inPages).isEqualTo(counted());
        assertThat(inPages.counted()).contains(new Bestsellers.Last("o-11", Goods.MONDAY.plus(Duration.ofDays(28))));
    }

    @Test
    void a_shop_with_thousands_of_products_keeps_its_two_hundred_heaviest_and_tells_fifty() {
        for (int product = 0; product < 1_000; product++) {
            bought(product < 300 ? 3 : 1, 0, "p" + product);
        }

        assertThat(counted().sellers()).hasSize(Bestsellers.KEPT_MAX).allMatch(seller -> seller.orders() == 3);
        assertThat(counted().liked()).hasSize(Bestsellers.MAX);
    }
}
