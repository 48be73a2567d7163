package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Stock;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import comeback.wave.WaveRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link WaitingList} with its {@link Waves} does. */
public abstract class WavesContract {
    private static final StoreId OTHER = new StoreId("other");
    private static final Wanted MUG = new Wanted("mug", "small");
    private static final Wanted LAMP = new Wanted("lamp", "lamp");
    private static final WaveRules RULES = WaveRules.DEFAULT;
    private static final Instant NOW = Samples.NOW;

    protected abstract WaitingList list();

    protected abstract Waves waves();

    private static Waiter waiter(String name, int second) {
        return new Waiter(CustomerId.of(Ref.user(name)), NOW.plusSeconds(second), NOW.plus(StockRequests.LIFE));
    }

    private boolean ask(String name, Wanted wanted, int second) {
        return list().ask(Samples.STORE, wanted, waiter(name, second), WaitingList.REQUESTS_MAX);
    }

    @Test
    void who_asked_first_comes_first_and_only_in_their_own_stores_list() {
        ask("bob", MUG, 2);
        ask("ada", MUG, 1);
        ask("eve", LAMP, 0);

        assertThat(list().first(Samples.STORE, MUG, 10)).containsExactly(waiter("ada", 1), waiter("bob", 2));
        assertThat(list().first(Samples.STORE, MUG, 1)).containsExactly(waiter("ada", 1));
        assertThat(list().first(OTHER, MUG, 10)).isEmpty();
        assertThat(list().watched(Samples.STORE, "mug")).containsExactly("small");
        assertThat(list().watched(OTHER, "mug")).isEmpty();
    }

    @Test
    void who_asks_again_keeps_their_place_and_waits_longer() {
        ask("ada", MUG, 1);
        ask("bob", MUG, 2);
        Waiter again = new Waiter(CustomerId.of(Ref.user("ada")), NOW.plusSeconds(9), NOW.plus(Duration.ofDays(120)));

        assertThat(list().ask(Samples.STORE, MUG, again, WaitingList.REQUESTS_MAX))
                .isTrue();

        assertThat(list().first(Samples.STORE, MUG, 10))
                .containsExactly(new Waiter(again.customer(), NOW.plusSeconds(1), again.until()), waiter("bob", 2));
    }

    @Test
    void whom_the_shop_puts_first_comes_before_all_who_asked_earlier_and_leaves_like_them() {
        ask("ada", MUG, 1);
        Waiter gold = waiter("gold", 8).first(true);
        Waiter vip = waiter("vip", 5).first(true);
        List.of(gold, vip).forEach(waiter -> list().ask(Samples.STORE, MUG, waiter, WaitingList.REQUESTS_MAX));
        list().ask(Samples.STORE, MUG, waiter("gold", 9), WaitingList.REQUESTS_MAX);

        assertThat(list().first(Samples.STORE, MUG, 10))
                .containsExactly(
                        vip,
                        new Waiter(
                                        gold.customer(),
                                        gold.askedAt(),
                                        waiter("gold", 9).until())
                                .first(true),
                        waiter("ada", 1));
        list().told(Samples.STORE, MUG, list().first(Samples.STORE, MUG, 1));
        list().forget(Samples.STORE, MUG, gold.customer());
        assertThat(list().first(Samples.STORE, MUG, 10)).containsExactly(waiter("ada", 1));
    }

    @Test
    void nobody_waits_for_more_things_than_a_shopper_would() {
        IntStream.range(0, WaitingList.REQUESTS_MAX)
                .forEach(number -> assertThat(ask("ada", new Wanted("p", "v" + number), number))
                        .isTrue());

        assertThat(ask("ada", MUG, 99)).isFalse();
        assertThat(ask("ada", new Wanted("p", "v0"), 99)).as("again").isTrue();
        assertThat(ask("bob", MUG, 99)).isTrue();
        assertThat(list().first(Samples.STORE, MUG, 10)).containsExactly(waiter("bob", 99));
    }

    @Test
    void who_was_told_or_wants_it_no_more_is_off_the_list_and_may_ask_anew() {
        ask("ada", MUG, 1);
        ask("bob", MUG, 2);
        ask("eve", MUG, 3);

        list().told(Samples.STORE, MUG, List.of(waiter("ada", 1), waiter("bob", 2)));
        list().told(Samples.STORE, MUG, List.of(waiter("ada", 1)));
        list().forget(Samples.STORE, MUG, CustomerId.of(Ref.user("eve")));
        list().forget(Samples.STORE, MUG, CustomerId.of(Ref.user("nobody")));

        assertThat(list().first(Samples.STORE, MUG, 10)).isEmpty();
        ask("ada", MUG, 50);
        assertThat(list().first(Samples.STORE, MUG, 10)).containsExactly(waiter("ada", 50));
    }

    @Test
    void a_page_of_people_leaves_the_list_at_once() {
        List<Waiter> all = IntStream.range(0, Wave.PAGE_MAX + 3)
                .mapToObj(number -> waiter("p" + number, number))
                .toList();
        all.forEach(waiter -> list().ask(Samples.STORE, MUG, waiter, WaitingList.REQUESTS_MAX));

        list().told(Samples.STORE, MUG, list().first(Samples.STORE, MUG, Wave.PAGE_MAX));

        assertThat(list().first(Samples.STORE, MUG, 100)).isEqualTo(all.subList(Wave.PAGE_MAX, all.size()));
    }

    @Test
    void a_wave_comes_back_as_it_was_in_each_of_its_states() {
        Wave out = Wave.of(MUG);
        Wave holding = out.seen(new Stock.Units(2), RULES, NOW);
        Wave open = holding.seen(new Stock.Units(2), RULES, NOW.plus(RULES.hold()));
        Wave telling = open.taking(List.of(waiter("ada", 1), waiter("bob", 2)));
        Wave in = telling.told().taking(List.of());

        long version = 0;
        for (Wave wave : List.of(out, holding, open, telling, in)) {
            assertThat(waves().save(Samples.STORE, wave.withVersion(version), RULES))
                    .isTrue();
            version++;
            assertThat(waves().find(Samples.STORE, wave.id())).contains(wave.withVersion(version));
        }
        assertThat(waves().find(OTHER, out.id())).isEmpty();
    }

    @Test
    void who_saw_an_older_wave_changes_nothing() {
        waves().save(Samples.STORE, Wave.of(MUG), RULES);

        assertThat(waves().save(Samples.STORE, Wave.of(MUG), RULES)).isFalse();
        assertThat(waves().save(Samples.STORE, Wave.of(MUG).withVersion(7), RULES))
                .isFalse();
    }

    @Test
    void where_nobody_asked_nobody_waits_and_nothing_is_watched() {
        assertThat(list().first(Samples.STORE, MUG, 10)).isEmpty();
        assertThat(list().watched(Samples.STORE, "mug")).isEmpty();
        assertThat(waves().find(Samples.STORE, Wave.of(MUG).id())).isEmpty();
        list().told(Samples.STORE, MUG, List.of());
    }

    @Test
    void one_person_may_wait_for_two_variants_and_hears_of_each_alone() {
        Wanted large = new Wanted("mug", "large");
        ask("ada", MUG, 1);
        ask("ada", large, 2);

        list().told(Samples.STORE, MUG, List.of(waiter("ada", 1)));

        assertThat(list().first(Samples.STORE, MUG, 10)).isEmpty();
        assertThat(list().first(Samples.STORE, large, 10)).containsExactly(waiter("ada", 2));
        assertThat(list().watched(Samples.STORE, "mug")).containsExactlyInAnyOrder("small", "large");
    }
}
