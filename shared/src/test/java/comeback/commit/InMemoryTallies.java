package comeback.commit;

import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Trials;
import comeback.store.StoreId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums in memory. */
public final class InMemoryTallies implements Tallies {
    private final Map<Subject, Counted> counted = new HashMap<>();
    private final Map<StoreId, SortedMap<Row, Counts>> sums = new HashMap<>();

    @Override
    public List<Counted> counted(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> counted.getOrDefault(subject, Counted.never(subject)))
                .toList();
    }

    @Override
    public boolean count(List<Change> changes) {
        if (changes.size() > AT_ONCE_MAX) {
            throw new IllegalArgumentException("at most " + AT_ONCE_MAX + " are counted at once");
        }
        boolean isFresh = changes.stream()
                .allMatch(change ->
                        counted(List.of(change.seen().subject())).getFirst().version()
                                == change.seen().version());
        if (!isFresh) {
            return false;
        }
        for (Change change : changes) {
            Subject subject = change.seen().subject();
            counted.put(subject, new Counted(subject, change.seen().version() + 1, change.next()));
            SortedMap<Row, Counts> all = sums.computeIfAbsent(subject.store(), store -> new TreeMap<>());
            change.next()
                    .minus(change.seen().tally())
                    .rows()
                    .forEach((row, counts) -> all.merge(row, counts, Counts::plus));
        }
        return true;
    }

    @Override
    public SortedMap<Row, Counts> between(StoreId store, LocalDate from, LocalDate to) {
        if (from.plusDays(DAYS_MAX).isBefore(to.plusDays(1))) {
            throw new IllegalArgumentException("a report is of " + DAYS_MAX + " days at most");
        }
        SortedMap<Row, Counts> found = new TreeMap<>();
        sums.getOrDefault(store, new TreeMap<>()).forEach((row, counts) -> {
            if (row.trial().isEmpty() && !row.day().isBefore(from) && !row.day().isAfter(to) && !counts.isNone()) {
                found.put(row, counts);
            }
        });
        return found;
    }

    @Override
    public Trials trials(StoreId store, YearMonth from, YearMonth to) {
        SortedMap<Row, Counts> found = new TreeMap<>();
        sums.getOrDefault(store, new TreeMap<>()).forEach((row, counts) -> {
            YearMonth month = YearMonth.from(row.day());
            if (row.trial().isPresent() && !month.isBefore(from) && !month.isAfter(to) && !counts.isNone()) {
                found.put(row, counts);
            }
        });
        return new Trials(found);
    }
}
