package comeback.commit;

import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trials;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where sums are kept, and what each message and each order has added to them. Both change together, so nothing is counted
 * twice however often it is told.
 */
public interface Tallies {
    /** So many are counted at once at most: each touches four sums at most, and mostly the same, and a transaction has room for a hundred. */
    int AT_ONCE_MAX = 20;

    /** More days than this are no report. */
    int DAYS_MAX = 400;

    /** What was counted of these so far, in their order; never an older state. */
    List<Counted> counted(List<Subject> subjects);

    /**
     * Adds what these add now and did not before, all of it or nothing.
     *
     * @param changes at most {@value #AT_ONCE_MAX}, each of another subject and of one store
     * @return false when one of them was counted meanwhile, or somebody else counts at this very moment: look again
     */
    boolean count(List<Change> changes);

    /**
     * The sums of these days, both included.
     *
     * @throws IllegalArgumentException for more than {@value #DAYS_MAX}
     */
    SortedMap<Row, Counts> between(StoreId store, LocalDate from, LocalDate to);

    /** What is measured of flows: the sums of who began to take part in these months, both included. */
    Trials trials(StoreId store, YearMonth from, YearMonth to);

    /** What can be counted. */
    enum Kind {
        MESSAGE,
        ORDER,
        /** That somebody takes part in what is measured of a flow. */
        PART
    }

    /**
     * What is counted.
     *
     * @param store whose
     * @param kind of which id
     * @param id as the shop or we named it
     */
    record Subject(StoreId store, Kind kind, String id) {}

    /**
     * What was counted of it.
     *
     * @param version how often it was counted; 0 is never
     */
    record Counted(Subject subject, long version, Tally tally) {
        public static Counted never(Subject subject) {
            return new Counted(subject, 0, Tally.NONE);
        }
    }

    /**
     * What it adds now.
     *
     * @param seen what was counted of it
     * @param next what it adds
     * @param until how long it must be remembered what it added; absent for ever
     */
    record Change(Counted seen, Tally next, Optional<Instant> until) {}
}
