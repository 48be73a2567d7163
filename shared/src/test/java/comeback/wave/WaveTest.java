package comeback.wave;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Stock;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaveTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final WaveRules RULES = WaveRules.DEFAULT;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Wave OUT = Wave.of(new Wanted("mug", "small"));

    private static Stock units(int count) {
        return new Stock.Units(count);
    }

    private static List<Waiter> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Waiter(CustomerId.of(Ref.user("p" + number)), NOON, NOON.plus(Duration.ofDays(90))))
                .toList();
    }

    private static Wave open(Stock stock) {
        return OUT.seen(stock, RULES, NOON).seen(stock, RULES, NOON.plus(RULES.hold()));
    }

    @Test
    void nobody_hears_of_what_has_been_back_for_less_than_the_hold() {
        Wave holding = OUT.seen(units(1), RULES, NOON);

        assertThat(holding.room()).isZero();
        assertThat(holding.seen(units(1), RULES, NOON.plus(MINUTE.multipliedBy(4))))
                .isEqualTo(holding);
        assertThat(holding.dueAt(RULES)).contains(NOON.plus(RULES.hold()));
    }

    @Test
    void stock_that_flickers_begins_its_hold_anew_each_time() {
        Wave wave = OUT;
        for (int second = 0; second < 60; second += 2) {
            wave = wave.seen(units(1), RULES, NOON.plusSeconds(second));
            wave = wave.seen(units(0), RULES, NOON.plusSeconds(second + 1));
        }
        wave = wave.seen(units(1), RULES, NOON.plus(MINUTE));

        assertThat(wave.seen(units(1), RULES, NOON.plus(RULES.hold())).room()).isZero();
        assertThat(wave.seen(units(1), RULES, NOON.plus(MINUTE).plus(RULES.hold()))
                        .room())
                .isEqualTo(RULES.perUnit());
    }

    @Test
    void so_many_hear_as_the_stock_can_serve_and_no_more_within_the_hour() {
        Wave wave = open(units(10));
        int told = 0;
        for (int page = 0; wave.room() > 0; page++) {
            wave = wave.taking(people(wave.room()));
            told += wave.inHand().size();
            wave = wave.told().seen(units(10), RULES, NOON.plus(RULES.hold()).plusSeconds(page));
        }

        assertThat(told).isEqualTo(30);
        assertThat(wave.dueAt(RULES)).contains(NOON.plus(RULES.hold()).plus(RULES.interval()));
    }

    @Test
    void the_next_wave_is_as_large_as_what_is_left() {
        Wave done = open(units(1)).taking(people(3)).told();
        Instant next = NOON.plus(RULES.hold()).plus(RULES.interval());

        assertThat(done.seen(units(2), RULES, next.minusSeconds(1)).room()).isZero();
        assertThat(done.seen(units(2), RULES, next).room()).isEqualTo(6);
        assertThat(done.seen(units(0), RULES, next)).isEqualTo(OUT);
    }

    @Test
    void who_is_in_hand_is_told_though_it_sold_out_and_then_the_rest_wait() {
        Wave telling = open(units(10)).taking(people(25));

        assertThat(telling.seen(units(0), RULES, NOON)).isEqualTo(telling);
        assertThat(telling.told().seen(units(0), RULES, NOON)).isEqualTo(OUT);
    }

    @Test
    void when_nobody_waits_any_more_stock_that_stays_is_no_news() {
        Wave in = open(units(10)).taking(List.of());

        assertThat(in.seen(units(10), RULES, NOON)).isEqualTo(in);
        assertThat(in.dueAt(RULES)).isEmpty();
        assertThat(in.seen(units(0), RULES, NOON)).isEqualTo(OUT);
    }

    @Test
    void who_asks_though_we_believe_it_there_saw_it_sold_out() {
        Wave in = open(units(10)).taking(List.of());

        assertThat(in.asked().seen(units(10), RULES, NOON).dueAt(RULES)).contains(NOON.plus(RULES.hold()));
        assertThat(open(units(10)).asked()).isEqualTo(open(units(10)));
    }

    @Test
    void a_shop_that_does_not_count_has_room_for_everybody_and_one_that_does_not_tell_for_nobody() {
        assertThat(open(new Stock.Unlimited()).room()).isEqualTo(Wave.PAGE_MAX);
        assertThat(open(new Stock.Unlimited()).taking(people(25)).told().room()).isEqualTo(Wave.PAGE_MAX);
        assertThat(OUT.seen(new Stock.Unknown(), RULES, NOON)).isEqualTo(OUT);
    }

    @Test
    void fewer_than_the_shops_minimum_may_be_somebodys_return() {
        WaveRules two = new WaveRules(3, RULES.interval(), RULES.hold(), 2);

        assertThat(OUT.seen(units(1), two, NOON)).isEqualTo(OUT);
        assertThat(OUT.seen(units(2), two, NOON).seen(units(1), two, NOON)).isEqualTo(OUT);
    }
}
