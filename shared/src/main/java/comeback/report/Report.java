package comeback.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sums of some days, to be looked at from several sides.
 *
 * @param from the first day
 * @param to the last day
 * @param rows the sums
 */
public record Report(LocalDate from, LocalDate to, SortedMap<Row, Counts> rows) {
    public Report {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** Only what is of this flow. */
    public Report of(String flow) {
        return only(row -> row.flow().equals(flow));
    }

    /** Only what is of letters, and not of the whole shop. */
    public Report letters() {
        return only(row -> !row.isOfShop());
    }

    /** What the shop sold, whoever brought it. */
    public Counts shop() {
        return shopAlone().total();
    }

    /** Only what the shop sold. */
    public Report shopAlone() {
        return only(Row::isOfShop);
    }

    private Report only(Predicate<Row> kept) {
        SortedMap<Row, Counts> some = new TreeMap<>(rows);
        some.keySet().removeIf(kept.negate());
        return new Report(from, to, some);
    }

    public Counts total() {
        return rows.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Every day of the report, also those on which nothing was. */
    public SortedMap<LocalDate, Counts> days() {
        SortedMap<LocalDate, Counts> days = by(Row::day);
        from.datesUntil(to.plusDays(1)).forEach(day -> days.putIfAbsent(day, Counts.NONE));
        return days;
    }

    public SortedMap<String, Counts> flows() {
        return by(Row::flow);
    }

    /** By the name of the letter; its variants together. */
    public SortedMap<String, Counts> steps() {
        return by(Row::step);
    }

    /** By letter and variant, as "letter" or "letter/variant". */
    public SortedMap<String, Counts> variants() {
        return by(row -> row.variant().isEmpty() ? row.step() : row.step() + "/" + row.variant());
    }

    private <K extends Comparable<? super K>> SortedMap<K, Counts> by(Function<Row, K> side) {
        SortedMap<K, Counts> sums = new TreeMap<>();
        for (Map.Entry<Row, Counts> row : rows.entrySet()) {
            sums.merge(side.apply(row.getKey()), row.getValue(), Counts::plus);
        }
        return sums;
    }
}
