package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Goods;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.flow.Input;
import comeback.store.Store;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Waves at work, killed before and after every call. */
class WaveWorkTest {
    private static final Store STORE = TestStores.demo();
    private static final Wanted MUG = new Wanted("mug", "small");
    private static final WaveRules RULES = WaveRules.DEFAULT;

    private final InMemoryCatalogue products = new InMemoryCatalogue();
    private final InMemoryWaves memory = new InMemoryWaves();
    private final Map<CustomerId, Set<String>> news = new LinkedHashMap<>();
    private final Set<Instant> alarms = new TreeSet<>();
    private Instant now = Samples.NOW;
    private int calls;
    private int dieAt = Integer.MAX_VALUE;
    private boolean diesAfter;

    private final Catalogue catalogue = mortal(Catalogue.class, products);
    private final WaitingList waiting = mortal(WaitingList.class, memory);
    private final WaveWork work = new WaveWork(
            catalogue,
            waiting,
            mortal(Waves.class, memory),
            mortal(WaveAlarms.class, (store, wave, at) -> alarms.add(at)),
            mortal(WaveWork.Arrivals.class, this::arrived),
            () -> now);
    private final Stocktaking stocktaking = new Stocktaking(catalogue, work, () -> now);

    /** The process is gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private void arrived(Store store, CustomerId place, Input.StockArrived arrived) {
        news.computeIfAbsent(place, each -> new LinkedHashSet<>()).add(arrived.id());
    }

    /** The same port, which dies at its time. */
    private <T> T mortal(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                WaveWorkTest.class.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
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

    private void counted(int units) {
        stocktaking.told(STORE, Goods.mug(now, units));
    }

    private void ask(int from, int people) {
        for (int person = from; person < from + people; person++) {
            Waiter waiter = new Waiter(
                    CustomerId.of(Ref.user("p" + person)),
                    Samples.NOW.plusSeconds(person),
                    now.plus(StockRequests.LIFE));
            memory.ask(STORE.id(), MUG, waiter, WaitingList.REQUESTS_MAX);
        }
        work.asked(STORE.id(), MUG);
    }

    private int turn(Duration by) {
        now = now.plus(by);
        return work.work(STORE, WaveId.of(MUG));
    }

    private Set<CustomerId> firstPeople(int count) {
        Set<CustomerId> people = new LinkedHashSet<>();
        for (int person = 0; person < count; person++) {
            people.add(CustomerId.of(Ref.user("p" + person)));
        }
        return people;
    }

    @Test
    void eighty_pieces_for_a_thousand_people_go_in_waves_of_three_for_each_piece() {
        counted(0);
        ask(0, 1000);
        counted(80);

        assertThat(turn(RULES.hold().minusSeconds(1))).isZero();
        assertThat(turn(Duration.ofSeconds(1))).isEqualTo(240);
        assertThat(news.keySet()).isEqualTo(firstPeople(240));
        counted(30);
        assertThat(turn(RULES.interval().minusSeconds(1))).isZero();
        assertThat(turn(Duration.ofSeconds(1))).isEqualTo(90);
        counted(0);
        assertThat(turn(RULES.interval())).isZero();

        assertThat(news.keySet()).isEqualTo(firstPeople(330));
        assertThat(memory.first(STORE.id(), MUG, 1000)).hasSize(670);
    }

    @Test
    void stock_that_ends_in_the_middle_of_a_wave_lets_the_rest_keep_waiting() {
        counted(0);
        ask(0, 1000);
        counted(80);
        now = now.plus(RULES.hold());
        news.put(CustomerId.of(Ref.user("watch")), new LinkedHashSet<>());
        Catalogue selling = new SellingOut(products, 3);

        int told = new WaveWork(selling, memory, memory, (store, wave, at) -> alarms.add(at), this::arrived, () -> now)
                .work(STORE, WaveId.of(MUG));

        assertThat(told).isLessThan(240).isPositive();
        assertThat(memory.first(STORE.id(), MUG, 1000)).hasSize(1000 - told);
        assertThat(memory.find(STORE.id(), WaveId.of(MUG)).orElseThrow().state())
                .isEqualTo(new Wave.State.Out());
    }

    @Test
    void who_waits_longer_than_a_request_lives_is_not_told() {
        counted(0);
        ask(0, 3);
        now = now.plus(StockRequests.LIFE).plusSeconds(1);
        counted(5);

        turn(RULES.hold());

        assertThat(news).isEmpty();
        assertThat(memory.first(STORE.id(), MUG, 10)).isEmpty();
    }

    @Test
    void an_alarm_stands_for_the_end_of_the_hold_and_for_the_next_wave_and_for_nothing_else() {
        counted(0);
        ask(0, 10);
        assertThat(alarms).isEmpty();
        now = now.plusSeconds(10);
        counted(1);
        assertThat(alarms).containsExactly(Samples.NOW.plus(Duration.ofMinutes(6)));
        alarms.clear();

        turn(Duration.ofMinutes(6));

        assertThat(alarms).containsExactly(Samples.NOW.plus(Duration.ofMinutes(67)));
    }

    @Test
    void a_killed_report_or_wave_goes_on_where_it_was_and_nobody_hears_twice_or_is_left_out() {
        int total = calls(0, false);
        assertThat(total).isGreaterThan(60);
        for (int call = 1; call <= total; call++) {
            for (boolean after : List.of(false, true)) {
                WaveWorkTest life = new WaveWorkTest();
                life.calls(call, after);
                assertThat(life.news.keySet()).as("killed at call " + call).isEqualTo(firstPeople(60));
                assertThat(life.news.values())
                        .as("killed at call " + call)
                        .allSatisfy(heard -> assertThat(heard).hasSize(1));
            }
        }
    }

    /** Sixty of seventy people hear of ten pieces, in two waves; whoever dies is called again. How many calls it took. */
    private int calls(int death, boolean after) {
        diesAfter = after;
        counted(0);
        ask(0, 70);
        calls = 0;
        dieAt = death == 0 ? Integer.MAX_VALUE : death;
        again(() -> counted(10));
        now = now.plus(RULES.hold()).plusSeconds(60);
        again(() -> turn(Duration.ZERO));
        now = now.plus(RULES.interval()).plusSeconds(60);
        again(() -> turn(Duration.ZERO));
        int taken = calls;
        dieAt = Integer.MAX_VALUE;
        counted(0);
        turn(RULES.interval());
        return taken;
    }

    private static void again(Runnable work) {
        try {
            work.run();
        } catch (Killed killed) {
            work.run();
        }
    }

    @Test
    void who_is_put_back_while_others_are_still_told_waits_on() {
        for (boolean dies : List.of(false, true)) {
            WaveWorkTest life = new WaveWorkTest();
            life.counted(0);
            life.ask(0, 3);
            life.counted(1);
            life.now = life.now.plus(RULES.hold());
            life.putBackWhenTold(dies);

            assertThat(life.memory.first(STORE.id(), MUG, 10))
                    .as("dies: " + dies)
                    .hasSize(1);
        }
    }

    /** The first letter finds at once that it is sold out again. */
    private void putBackWhenTold(boolean dies) {
        Set<CustomerId> known = new HashSet<>();
        WaveWork.Arrivals arrivals = new WaveWork.Arrivals() {
            @Override
            public void arrived(Store store, CustomerId place, Input.StockArrived arrived) {
                boolean isFirst = known.isEmpty();
                if (known.add(place) && isFirst) {
                    memory.ask(
                            store.id(),
                            MUG,
                            new Waiter(place, arrived.wish().askedAt(), now.plus(StockRequests.LIFE)),
                            10);
                    if (dies) {
                        throw new Killed();
                    }
                }
            }

            @Override
            public boolean knows(Store store, CustomerId place, Input.StockArrived arrived) {
                return known.contains(place);
            }
        };
        var work = new WaveWork(products, memory, memory, (store, wave, at) -> {}, arrivals, () -> now);
        again(() -> work.work(STORE, WaveId.of(MUG)));
    }

    @Test
    void two_calls_at_once_tell_nobody_twice() {
        counted(0);
        ask(0, 100);
        counted(20);
        now = now.plus(RULES.hold());
        List<Integer> depth = new ArrayList<>();
        WaveWork[] crossed = new WaveWork[1];
        crossed[0] = new WaveWork(
                products,
                memory,
                memory,
                (store, wave, at) -> alarms.add(at),
                (store, place, arrived) -> {
                    arrived(store, place, arrived);
                    if (depth.size() < 3) {
                        depth.add(1);
                        crossed[0].work(STORE, WaveId.of(MUG));
                    }
                },
                () -> now);

        crossed[0].work(STORE, WaveId.of(MUG));

        assertThat(news.keySet()).isEqualTo(firstPeople(60));
        assertThat(news.values()).allSatisfy(heard -> assertThat(heard).hasSize(1));
    }

    @Test
    void the_calls_for_one_person_are_as_many_among_a_hundred_as_among_ten_thousand() {
        assertThat(callsPerPerson(10_000)).isLessThanOrEqualTo(callsPerPerson(100));
    }

    private static double callsPerPerson(int people) {
        WaveWorkTest life = new WaveWorkTest();
        life.counted(0);
        life.ask(0, people);
        life.counted(people);
        life.calls = 0;
        int told = 0;
        life.now = life.now.plus(RULES.hold());
        while (told < people) {
            told += life.turn(Duration.ofMinutes(1));
        }
        assertThat(life.news).hasSize(people);
        return (double) life.calls / people;
    }

    /** Sells out at its so many-th look. */
    private static final class SellingOut implements Catalogue {
        private final Catalogue real;
        private int looksLeft;

        SellingOut(Catalogue real, int looks) {
            this.real = real;
            this.looksLeft = looks;
        }

        @Override
        public Map<String, comeback.catalogue.Product> find(comeback.store.StoreId store, Set<String> ids) {
            if (looksLeft-- == 0) {
                new Stocktaking(real, (its, product) -> {}, () -> Samples.NOW)
                        .told(STORE, Goods.mug(Samples.NOW.plus(Duration.ofDays(1)), 0));
            }
            return real.find(store, ids);
        }

        @Override
        public Map<String, String> productsNamed(comeback.store.StoreId store, Set<String> names) {
            return real.productsNamed(store, names);
        }

        @Override
        public boolean save(comeback.store.StoreId store, comeback.catalogue.Product next, Set<String> newNames) {
            return real.save(store, next, newNames);
        }

        @Override
        public Instant openedAt(comeback.store.StoreId store, Instant now) {
            return real.openedAt(store, now);
        }

        @Override
        public void came(comeback.store.StoreId store, comeback.catalogue.Newcomer newcomer) {
            real.came(store, newcomer);
        }

        @Override
        public List<comeback.catalogue.Newcomer> newcomers(
                comeback.store.StoreId store, Instant from, Instant until, int most) {
            return real.newcomers(store, from, until, most);
        }
    }
}
