package comeback.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.catalogue.Bestsellers;
import comeback.catalogue.Bestsellers.Seller;
import comeback.catalogue.Together;
import comeback.commit.BoughtTogether;
import comeback.commit.DueItems;
import comeback.commit.DueItems.Queue;
import comeback.commit.InMemoryBoughtTogether;
import comeback.store.StoreId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a shop sold is counted by night, each order once, whatever happens to who counts. */
class CountingTest {
    private static final StoreId SHOP = new StoreId("demo");
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final InMemoryBoughtTogether together = new InMemoryBoughtTogether();
    private Instant now = BEGIN;

    private void sells(int orders, Instant from) {
        for (int i = 0; i < orders; i++) {
            Instant at = from.plusSeconds(i);
            together.note(SHOP, new Together("o-" + at, at, List.of("mug")));
        }
    }

    private void count(BoughtTogether by) {
        new Counting(by, () -> now).count(SHOP);
    }

    private boolean isQueued() {
        return IntStream.range(0, DueItems.PARTITIONS)
                .anyMatch(part -> !together.before(Queue.REVIEWS, part, now, 10).isEmpty());
    }

    private List<Seller> sellers() {
        return together.bestsellers(SHOP).sellers();
    }

    /** Dies at its n-th call, before or after it is done. */
    private BoughtTogether dying(int call, boolean after) {
        int[] calls = {0};
        return (BoughtTogether) Proxy.newProxyInstance(
                BoughtTogether.class.getClassLoader(),
                new Class<?>[] {BoughtTogether.class},
                (proxy, method, arguments) -> {
                    boolean dies = calls[0]++ == call;
                    if (dies && !after) {
                        throw new IllegalStateException("died");
                    }
                    try {
                        Object answer = method.invoke(together, arguments);
                        if (dies) {
                            throw new IllegalStateException("died");
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void the_days_orders_are_counted_once_however_often_the_night_comes() {
        sells(4, BEGIN);
        now = BoughtTogether.countedAfter(BEGIN).plusSeconds(1);
        assertThat(isQueued()).isTrue();

        count(together);
        count(together);

        assertThat(sellers())
                .singleElement()
                .satisfies(mug -> assertThat(mug.orders()).isEqualTo(4));
        assertThat(isQueued()).isFalse();
    }

    @Test
    void who_dies_at_any_call_is_followed_by_another_who_counts_the_same() {
        sells(4, BEGIN);
        now = BEGIN.plus(Duration.ofDays(1));
        for (int call = 0; call < 3; call++) {
            for (boolean after : new boolean[] {false, true}) {
                sells(1, now.minus(Duration.ofHours(2)));
                BoughtTogether dying = dying(call, after);
                assertThatThrownBy(() -> count(dying)).hasMessage("died");
                count(together);
                now = now.plus(Duration.ofDays(1));
            }
        }

        assertThat(sellers())
                .singleElement()
                .satisfies(mug -> assertThat(mug.orders()).isEqualTo(10));
    }

    @Test
    void two_who_count_at_the_same_time_count_once() {
        sells(4, BEGIN);
        now = BEGIN.plus(Duration.ofDays(1));
        BoughtTogether slow = (BoughtTogether) Proxy.newProxyInstance(
                BoughtTogether.class.getClassLoader(),
                new Class<?>[] {BoughtTogether.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("save")) {
                        count(together);
                    }
                    return method.invoke(together, arguments);
                });

        count(slow);

        assertThat(sellers())
                .singleElement()
                .satisfies(mug -> assertThat(mug.orders()).isEqualTo(4));
    }

    @Test
    void a_shop_that_sells_more_than_a_page_is_counted_on_at_the_next_call() {
        sells(BoughtTogether.PAGE_MAX + 1, BEGIN);
        now = BEGIN.plus(Duration.ofDays(1));

        count(together);
        assertThat(sellers().getFirst().orders()).isEqualTo(BoughtTogether.PAGE_MAX);
        now = now.plusSeconds(900);
        assertThat(isQueued()).isTrue();
        count(together);

        assertThat(sellers().getFirst().orders()).isEqualTo(BoughtTogether.PAGE_MAX + 1);
    }

    @Test
    void a_shop_that_sells_nothing_leaves_the_queue_and_comes_back_with_its_next_order() {
        sells(1, BEGIN);
        now = BEGIN.plus(Duration.ofDays(1));
        count(together);
        now = now.plus(Duration.ofDays(1));
        assertThat(isQueued()).as("it sold something yesterday").isTrue();
        count(together);
        now = now.plus(Duration.ofDays(30));
        assertThat(isQueued()).isFalse();

        sells(1, now);
        now = now.plus(Duration.ofDays(1));
        assertThat(isQueued()).isTrue();
        count(together);
        assertThat(sellers().getFirst().orders()).isEqualTo(2);
    }

    @Test
    void an_order_of_this_very_hour_waits_for_the_next_night_and_keeps_its_place_in_the_queue() {
        sells(1, BEGIN);
        now = BEGIN.plusSeconds(60);
        count(together);

        assertThat(together.bestsellers(SHOP).sellers()).isEmpty();
        now = BoughtTogether.countedAfter(BEGIN).plusSeconds(1);
        assertThat(isQueued()).isTrue();
        count(together);
        assertThat(together.bestsellers(SHOP).counted())
                .map(Bestsellers.Last::at)
                .contains(BEGIN);
    }
}
