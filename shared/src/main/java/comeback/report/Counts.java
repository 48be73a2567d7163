package comeback.report;

import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/**
 * Sums, by the key of what is counted ({@link Measure}). What is not in it is none.
 *
 * @param byKey never a zero
 */
public record Counts(SortedMap<String, Long> byKey) {
    public static final Counts NONE = new Counts(new TreeMap<>());

    public Counts {
        SortedMap<String, Long> kept = new TreeMap<>(byKey);
        kept.values().removeIf(count -> count == 0);
        byKey = java.util.Collections.unmodifiableSortedMap(kept);
    }

    /** One of this, and nothing else. */
    public static Counts one(Measure measure) {
        return of(measure.key(), 1);
    }

    static Counts of(String key, long count) {
        return new Counts(new TreeMap<>(Map.of(key, count)));
    }

    public long count(Measure measure) {
        return byKey.getOrDefault(measure.key(), 0L);
    }

    /** How many were not sent on purpose, by the rule that spoke against them. */
    public SortedMap<String, Long> skipped() {
        return parts(Measure.SKIPPED);
    }

    public long allSkipped() {
        return skipped().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was answered to its question, by the answer. */
    public SortedMap<String, Long> answered() {
        return parts(Measure.ANSWERED);
    }

    /** The sum of each person's orders, squared. */
    public long squaredOrders() {
        return byKey.getOrDefault(Measure.squared(Measure.ORDERS.key()), 0L);
    }

    /** The sum of what each person paid, squared, in the currency's main unit. */
    public long squaredRevenue(Currency currency) {
        return byKey.getOrDefault(Measure.squared(Measure.revenue(currency)), 0L);
    }

    /** What was earned in this currency, in its smallest unit. */
    public long revenue(Currency currency) {
        return byKey.getOrDefault(Measure.revenue(currency), 0L);
    }

    /** What was earned, by the currency's code. */
    public SortedMap<String, Long> revenue() {
        return parts(Measure.REVENUE);
    }

    /** What went to this provider's inboxes, and what became of it there. */
    public Counts at(Provider provider) {
        return new Counts(parts(Measure.at(provider)));
    }

    /** The same, and also as what went to this provider's inboxes. */
    Counts alsoAt(Provider provider) {
        SortedMap<String, Long> all = new TreeMap<>(byKey);
        byKey.forEach((key, count) -> all.put(Measure.at(provider) + key, count));
        return new Counts(all);
    }

    private SortedMap<String, Long> parts(Measure measure) {
        return parts(measure.key());
    }

    private SortedMap<String, Long> parts(String begin) {
        SortedMap<String, Long> parts = new TreeMap<>();
        byKey.forEach((key, count) -> {
            if (key.startsWith(begin)) {
                parts.put(key.substring(begin.length()), count);
            }
        });
        return parts;
    }

    public Counts plus(Counts more) {
        return with(more, Long::sum);
    }

    public Counts minus(Counts less) {
        return with(less, (all, gone) -> all - gone);
    }

    private Counts with(Counts other, LongBinaryOperator sum) {
        SortedMap<String, Long> all = new TreeMap<>(byKey);
        other.byKey.forEach((key, count) -> all.put(key, sum.applyAsLong(all.getOrDefault(key, 0L), count)));
        return new Counts(all);
    }

    public boolean isNone() {
        return byKey.isEmpty();
    }
}
