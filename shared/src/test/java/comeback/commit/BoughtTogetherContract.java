package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Together;
import comeback.store.StoreId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BoughtTogether} does. */
public abstract class BoughtTogetherContract {
    protected abstract BoughtTogether together();

    private static Together order(String id, int hoursAgo, String... products) {
        return new Together(id, Samples.NOW.minus(Duration.ofHours(hoursAgo)), List.of(products));
    }

    @Test
    void a_shop_that_sold_nothing_has_nothing_to_say() {
        assertThat(together().lately(Samples.STORE, 10)).isEmpty();
        assertThat(together().latelyWith(Samples.STORE, "mug", 10)).isEmpty();
    }

    @Test
    void orders_come_back_newest_first_and_only_so_many() {
        BoughtTogether together = together();
        together.note(Samples.STORE, order("1", 3, "mug"));
        together.note(Samples.STORE, order("3", 1, "mug", "lamp"));
        together.note(Samples.STORE, order("2", 2, "lamp"));

        assertThat(together.lately(Samples.STORE, 10))
                .extracting(Together::order)
                .containsExactly("3", "2", "1");
        assertThat(together.lately(Samples.STORE, 2))
                .extracting(Together::order)
                .containsExactly("3", "2");
        assertThat(together.latelyWith(Samples.STORE, "mug", 10))
                .containsExactly(order("3", 1, "mug", "lamp"), order("1", 3, "mug"));
        assertThat(together.latelyWith(Samples.STORE, "mug", 1))
                .extracting(Together::order)
                .containsExactly("3");
    }

    @Test
    void an_order_reported_twice_is_one() {
        BoughtTogether together = together();
        together.note(Samples.STORE, order("1", 3, "mug", "lamp"));
        together.note(Samples.STORE, order("1", 3, "mug", "lamp"));

        assertThat(together.lately(Samples.STORE, 10)).hasSize(1);
        assertThat(together.latelyWith(Samples.STORE, "lamp", 10)).hasSize(1);
    }

    @Test
    void what_one_shop_sold_says_nothing_of_another() {
        BoughtTogether together = together();
        together.note(Samples.STORE, order("1", 3, "mug"));

        assertThat(together.lately(new StoreId("other"), 10)).isEmpty();
        assertThat(together.latelyWith(new StoreId("other"), "mug", 10)).isEmpty();
    }

    @Test
    void a_products_name_may_have_signs_of_a_key_in_it() {
        BoughtTogether together = together();
        together.note(Samples.STORE, order("a#b", 3, "mug#1"));

        assertThat(together.latelyWith(Samples.STORE, "mug#1", 10)).hasSize(1);
        assertThat(together.latelyWith(Samples.STORE, "mug", 10)).isEmpty();
    }
}
