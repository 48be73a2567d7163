package comeback.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of what is measured of flows, over some months.
 *
 * @param rows the sums
 */
public record Trials(SortedMap<Row, Counts> rows) {
    public static final Trials NONE = new Trials(new TreeMap<>());

    public Trials {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** Who took part and what they bought, by what they drew. */
    public SortedMap<String, Counts> arms(Trial trial) {
        SortedMap<String, Counts> arms = new TreeMap<>();
        rows.forEach((row, counts) -> {
            if (row.trial().filter(trial::equals).isPresent()) {
                arms.merge(row.variant(), counts, Counts::plus);
            }
        });
        return arms;
    }
}
