package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trial;
import comeback.report.Trials;
import comeback.store.StoreId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Tallies} does. */
public abstract class TalliesContract {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final Row CART = new Row(DAY, "cart", "need-help", "");
    private static final Row WELCOME = new Row(DAY.plusDays(1), "welcome", "hello", "hello-b");
    private static final Counts SENT = Counts.one(Measure.SENT);
    private static final Counts DELIVERED = SENT.plus(Counts.one(Measure.DELIVERED));

    protected abstract Tallies tallies();

    private static Subject message(String id) {
        return new Subject(Samples.STORE, Kind.MESSAGE, id);
    }

    private static Tally tally(Row row, Counts counts) {
        return new Tally(new TreeMap<>(Map.of(row, counts)));
    }

    private Counted seen(Subject subject) {
        return tallies().counted(List.of(subject)).getFirst();
    }

    private boolean count(Subject subject, Tally next) {
        return tallies().count(List.of(new Change(seen(subject), next, Optional.empty())));
    }

    private Map<Row, Counts> sums() {
        return tallies().between(Samples.STORE, DAY, DAY.plusDays(1));
    }

    @Test
    void what_was_never_counted_has_added_nothing() {
        assertThat(seen(message("a"))).isEqualTo(Counted.never(message("a")));
        assertThat(sums()).isEmpty();
    }

    @Test
    void only_what_is_new_is_added_and_each_remembers_what_it_added() {
        assertThat(count(message("a"), tally(CART, SENT))).isTrue();
        assertThat(count(message("b"), tally(CART, SENT))).isTrue();
        assertThat(count(message("a"), tally(CART, DELIVERED))).isTrue();

        assertThat(sums()).containsOnly(Map.entry(CART, SENT.plus(DELIVERED)));
        assertThat(seen(message("a"))).isEqualTo(new Counted(message("a"), 2, tally(CART, DELIVERED)));
    }

    @Test
    void of_two_who_count_the_same_at_once_one_is_turned_away_with_all_that_it_had() {
        Counted before = seen(message("a"));
        assertThat(count(message("a"), tally(CART, SENT))).isTrue();

        boolean late = tallies()
                .count(List.of(
                        new Change(seen(message("b")), tally(CART, SENT), Optional.empty()),
                        new Change(before, tally(CART, SENT), Optional.empty())));

        assertThat(late).isFalse();
        assertThat(sums()).containsOnly(Map.entry(CART, SENT));
        assertThat(seen(message("b")).version()).isZero();
    }

    @Test
    void what_moves_to_another_day_leaves_the_first() {
        count(message("a"), tally(CART, DELIVERED));
        count(message("a"), tally(WELCOME, DELIVERED));

        assertThat(sums()).containsOnly(Map.entry(WELCOME, DELIVERED));
    }

    @Test
    void a_message_and_an_order_of_one_name_are_two() {
        count(message("1001"), tally(CART, SENT));

        assertThat(seen(new Subject(Samples.STORE, Kind.ORDER, "1001")).version())
                .isZero();
        assertThat(seen(new Subject(new StoreId("other"), Kind.MESSAGE, "1001")).version())
                .isZero();
        assertThat(tallies().between(new StoreId("other"), DAY, DAY)).isEmpty();
    }

    @Test
    void a_report_has_the_days_that_it_is_asked_for_and_no_other_also_over_the_end_of_a_month() {
        count(message("a"), tally(CART, SENT));
        count(message("b"), tally(WELCOME, SENT));

        assertThat(tallies().between(Samples.STORE, DAY, DAY)).containsOnlyKeys(CART);
        assertThat(tallies().between(Samples.STORE, DAY.plusDays(1), DAY.plusDays(9)))
                .containsOnlyKeys(WELCOME);
        assertThat(tallies().between(Samples.STORE, DAY.minusDays(40), DAY.plusDays(40)))
                .containsOnlyKeys(CART, WELCOME);
        assertThatThrownBy(() -> tallies().between(Samples.STORE, DAY, DAY.plusDays(Tallies.DAYS_MAX)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_measured_of_flows_stands_beside_all_days_and_is_told_month_by_month() {
        Trial trial = new Trial("win-back", "holdout 10%");
        Row april = Row.ofTrial(trial, "given", DAY.plusDays(20));
        Row june = Row.ofTrial(trial, "held out", DAY.plusDays(62));
        count(message("a"), tally(CART, SENT));
        count(new Subject(Samples.STORE, Kind.PART, "win-back#ada"), tally(april, Counts.one(Measure.PEOPLE)));
        count(new Subject(Samples.STORE, Kind.PART, "win-back#ben"), tally(june, Counts.one(Measure.PEOPLE)));
        YearMonth first = YearMonth.of(2026, 4);

        assertThat(tallies().between(Samples.STORE, DAY.minusDays(9), DAY.plusDays(90)))
                .containsOnlyKeys(CART);
        assertThat(tallies().trials(Samples.STORE, first, first).rows()).containsOnlyKeys(april);
        assertThat(tallies().trials(Samples.STORE, first, first.plusMonths(2)).arms(trial))
                .containsOnlyKeys("given", "held out");
        assertThat(tallies().trials(new StoreId("other"), first, first.plusMonths(2)))
                .isEqualTo(Trials.NONE);
    }

    @Test
    void as_many_as_are_counted_at_once_each_in_rows_of_its_own_are_counted() {
        Tally many = IntStream.range(0, 4)
                .mapToObj(step -> tally(new Row(DAY, "flow", "step-" + step, ""), SENT))
                .reduce(Tally.NONE, Tally::plus);
        List<Change> changes = IntStream.range(0, Tallies.AT_ONCE_MAX)
                .mapToObj(number -> new Change(seen(message("m-" + number)), many, Optional.of(Samples.NOW)))
                .toList();

        assertThat(tallies().count(changes)).isTrue();
        assertThat(sums())
                .hasSize(4)
                .allSatisfy(
                        (row, counts) -> assertThat(counts.count(Measure.SENT)).isEqualTo(Tallies.AT_ONCE_MAX));
        assertThatThrownBy(() -> tallies()
                        .count(IntStream.rangeClosed(0, Tallies.AT_ONCE_MAX)
                                .mapToObj(number -> new Change(seen(message("n-" + number)), many, Optional.empty()))
                                .toList()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
