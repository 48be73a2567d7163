package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Bestsellers;
import comeback.catalogue.Together;
import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link BoughtTogether} does. */
public abstract class BoughtTogetherContract {
    protected abstract BoughtTogether together();

    /** As {@link DueItems#before} of the same table. */
    protected abstract List<DueItem> before(Queue queue, int partition, Instant time, int limit);

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
    void orders_are_counted_in_the_order_of_their_times_from_where_counting_stopped() {
        BoughtTogether together = together();
        together.note(Samples.STORE, order("2", 2, "lamp"));
        together.note(Samples.STORE, order("1", 3, "mug"));
        together.note(Samples.STORE, order("1b", 3, "mug"));
        together.note(Samples.STORE, order("3", 1, "mug", "lamp"));
        Instant now = Samples.NOW;

        assertThat(together.after(Samples.STORE, Optional.empty(), now, 10))
                .extracting(Together::order)
                .containsExactly("1", "1b", "2", "3");
        assertThat(together.after(Samples.STORE, Optional.of(last("1", 3)), now, 2))
                .containsExactly(order("1b", 3, "mug"), order("2", 2, "lamp"));
        assertThat(together.after(Samples.STORE, Optional.of(last("2", 2)), now.minus(Duration.ofHours(1)), 10))
                .as("what was placed before, and not what was placed then")
                .isEmpty();
        assertThat(together.after(new StoreId("other"), Optional.empty(), now, 10))
                .isEmpty();
    }

    @Test
    void what_was_counted_is_saved_once_by_whoever_saw_it_last() {
        BoughtTogether together = together();
        Bestsellers counted = new Bestsellers(
                0,
                Optional.of(last("a#b", 3)),
                List.of(new Bestsellers.Seller("mug#1 large", 12, 8_312), new Bestsellers.Seller("lamp", 1, 1_000)));

        assertThat(together.bestsellers(Samples.STORE)).isEqualTo(Bestsellers.NONE);
        assertThat(together.save(Samples.STORE, counted, Optional.empty())).isTrue();
        assertThat(together.save(Samples.STORE, counted, Optional.empty())).isFalse();
        Bestsellers seen = together.bestsellers(Samples.STORE);
        assertThat(seen).isEqualTo(new Bestsellers(1, counted.counted(), counted.sellers()));
        assertThat(together.save(Samples.STORE, seen, Optional.empty())).isTrue();
        assertThat(together.save(Samples.STORE, seen, Optional.empty())).isFalse();
        assertThat(together.bestsellers(new StoreId("other"))).isEqualTo(Bestsellers.NONE);
    }

    @Test
    void a_shop_that_sold_something_is_counted_the_next_night_and_stands_in_the_queue_once() {
        BoughtTogether together = together();
        together.note(Samples.STORE, order("1", 3, "mug"));
        together.note(Samples.STORE, order("2", 1, "mug"));
        Instant night = BoughtTogether.countedAfter(Samples.NOW.minus(Duration.ofHours(3)));

        assertThat(queued(night)).isEmpty();
        assertThat(queued(night.plusSeconds(1))).containsExactly(new DueItem.OfBestsellers(Samples.STORE));
        assertThat(together.bestsellers(Samples.STORE))
                .as("nothing is counted yet")
                .isEqualTo(Bestsellers.NONE);

        Instant later = night.plus(Duration.ofDays(1));
        together.save(Samples.STORE, Bestsellers.NONE, Optional.of(later));
        assertThat(queued(later)).isEmpty();
        assertThat(queued(later.plusSeconds(1))).hasSize(1);

        together.save(Samples.STORE, together.bestsellers(Samples.STORE), Optional.empty());
        assertThat(queued(later.plusSeconds(1))).isEmpty();
        together.note(Samples.STORE, order("3", 1, "mug"));
        assertThat(queued(later.plusSeconds(1))).as("it sells again").hasSize(1);
        assertThat(together.bestsellers(Samples.STORE).version()).isEqualTo(2);
    }

    private List<DueItem> queued(Instant before) {
        return IntStream.range(0, DueItems.PARTITIONS)
                .boxed()
                .flatMap(part -> before(Queue.REVIEWS, part, before, 10).stream())
                .toList();
    }

    private static Bestsellers.Last last(String order, int hoursAgo) {
        return new Bestsellers.Last(order, Samples.NOW.minus(Duration.ofHours(hoursAgo)));
    }

    @Test
    void a_products_name_may_have_signs_of_a_key_in_it() {
        BoughtTogether together = together();
        together.note(Samples.STORE, order("a#b", 3, "mug#1"));

        assertThat(together.latelyWith(Samples.STORE, "mug#1", 10)).hasSize(1);
        assertThat(together.latelyWith(Samples.STORE, "mug", 10)).isEmpty();
    }
}
