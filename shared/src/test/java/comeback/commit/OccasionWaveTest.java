package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Goods;
import comeback.catalogue.Money;
import comeback.catalogue.News;
import comeback.catalogue.Occasion;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.customer.Seen;
import comeback.flow.Input;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Waves for those who did not ask, killed before and after every call. */
class OccasionWaveTest {
    private static final Store STORE = TestStores.demo();
    private static final WaveRules RULES = WaveRules.DEFAULT;

    private final InMemoryCatalogue products = new InMemoryCatalogue();
    private final InMemoryWaves memory = new InMemoryWaves();
    private final Map<CustomerId, Set<String>> news = new LinkedHashMap<>();
    private final List<Input.StockArrived> arrivals = new ArrayList<>();
    private Instant now = Samples.NOW;
    private int calls;
    private int dieAt = Integer.MAX_VALUE;
    private boolean diesAfter;

    private final Catalogue catalogue = mortal(Catalogue.class, products);
    private final WaveWork work = new WaveWork(
            catalogue,
            mortal(WaitingList.class, memory),
            mortal(Sightings.class, memory),
            mortal(Waves.class, memory),
            mortal(WaveAlarms.class, (store, wave, at) -> {}),
            mortal(WaveWork.Arrivals.class, this::arrived),
            () -> now);
    private final Stocktaking stocktaking = new Stocktaking(catalogue, work, () -> now);

    /** The process is gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private void arrived(Store store, CustomerId place, Input.StockArrived arrived) {
        news.computeIfAbsent(place, each -> new LinkedHashSet<>()).add(arrived.id());
        arrivals.add(arrived);
    }

    private <T> T mortal(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                OccasionWaveTest.class.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    boolean isMine = ++calls == dieAt;
                    if (isMine && !diesAfter) {
                        throw new Killed();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (isMine) {
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void costs(String price, int units) {
        stocktaking.told(STORE, Goods.mug(now, Goods.variant("small", price, Goods.units(units))));
    }

    private static CustomerId person(int number) {
        return CustomerId.of(Ref.user("p" + number));
    }

    private void sees(int from, int people, String price) {
        Money seen = Goods.euros(price);
        for (int number = from; number < from + people; number++) {
            memory.note(
                    STORE.id(),
                    person(number),
                    new Seen("mug", Optional.of("small"), Optional.of(seen), now, Seen.How.LOOKED));
        }
    }

    private WaveId wave(Instant since) {
        return WaveId.of(new Wanted("mug", "mug"), new Occasion(News.CHEAPER, since));
    }

    private int turn(Instant since, Duration by) {
        now = now.plus(by);
        return work.work(STORE, wave(since));
    }

    private static void again(Runnable work) {
        try {
            work.run();
        } catch (Killed killed) {
            work.run();
        }
    }

    @Test
    void those_who_saw_a_higher_price_are_found_among_many_who_saw_it_cheap() {
        costs("20", 50);
        sees(0, 2_000, "16");
        sees(2_000, 90, "20");
        now = now.plus(Duration.ofDays(1));
        Instant since = now;
        costs("15", 50);

        assertThat(turn(since, RULES.hold())).isEqualTo(90);

        assertThat(news).hasSize(90).doesNotContainKey(person(0));
        assertThat(arrivals).allSatisfy(arrived -> {
            assertThat(arrived.what()).isEqualTo(News.CHEAPER);
            assertThat(arrived.wish().line().price()).contains(Goods.euros("20"));
        });
        assertThat(memory.find(STORE.id(), wave(since)).orElseThrow().state()).isEqualTo(new Wave.State.In());
    }

    @Test
    void a_product_that_nobody_saw_begins_no_wave() {
        costs("20", 50);
        now = now.plus(Duration.ofDays(1));
        costs("15", 50);

        assertThat(memory.find(STORE.id(), wave(now))).isEmpty();
    }

    @Test
    void no_more_than_a_page_is_ever_read_at_once() {
        List<Integer> sizes = new ArrayList<>();
        Sightings counted = new Sightings() {
            @Override
            public void note(StoreId store, CustomerId customer, Seen seen) {
                memory.note(store, customer, seen);
            }

            @Override
            public List<Waiter> page(StoreId store, String productId, Optional<CustomerId> after, int limit) {
                List<Waiter> page = memory.page(store, productId, after, limit);
                sizes.add(page.size());
                return page;
            }
        };
        var watching =
                new WaveWork(products, memory, counted, memory, (store, wave, at) -> {}, this::arrived, () -> now);
        costs("20", 1_000);
        sees(0, 2_000, "20");
        now = now.plus(Duration.ofDays(1));
        Instant since = now;
        new Stocktaking(products, watching, () -> now)
                .told(STORE, Goods.mug(now, Goods.variant("small", "15", Goods.units(1_000))));
        now = now.plus(RULES.hold());
        for (int minute = 0; minute < 4; minute++) {
            watching.work(STORE, wave(since));
        }

        assertThat(news).hasSize(2_000);
        assertThat(sizes).allMatch(size -> size <= 100);
    }

    @Test
    void a_killed_report_or_wave_goes_on_where_it_was_and_nobody_hears_twice_or_is_left_out() {
        int total = calls(0, false);
        assertThat(total).isGreaterThan(60);
        for (int call = 1; call <= total; call++) {
            for (boolean after : List.of(false, true)) {
                OccasionWaveTest life = new OccasionWaveTest();
                life.calls(call, after);
                assertThat(life.news).as("killed at call " + call).hasSize(60);
                assertThat(life.news.values())
                        .as("killed at call " + call)
                        .allSatisfy(heard -> assertThat(heard).hasSize(1));
            }
        }
    }

    /** Sixty of seventy people hear of ten pieces, in two waves; whoever dies is called again. How many calls it took. */
    private int calls(int death, boolean after) {
        diesAfter = after;
        costs("20", 10);
        sees(0, 70, "20");
        now = now.plus(Duration.ofDays(1));
        Instant since = now;
        calls = 0;
        dieAt = death == 0 ? Integer.MAX_VALUE : death;
        again(() -> costs("15", 10));
        now = now.plus(RULES.hold()).plusSeconds(60);
        again(() -> turn(since, Duration.ZERO));
        now = now.plus(RULES.interval()).plusSeconds(60);
        again(() -> turn(since, Duration.ZERO));
        int taken = calls;
        dieAt = Integer.MAX_VALUE;
        stocktaking.told(STORE, Goods.mug(now, Goods.variant("small", "15", Goods.units(0))));
        turn(since, RULES.interval());
        return taken;
    }
}
