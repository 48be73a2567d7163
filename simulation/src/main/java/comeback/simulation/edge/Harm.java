package comeback.simulation.edge;

import java.util.List;

/** What can go wrong with one call to AWS, or with one delivery by AWS. */
public enum Harm {
    /** Certainly not done: throttled, or nobody reached. */
    REFUSED,
    /** Not done, and no answer either. */
    SILENT,
    /** Done, and the answer is lost. */
    ANSWER_LOST,
    /** Done, the answer lost, and repeated by the SDK, which gets the second answer. */
    REPEATED,
    /** Takes seconds to get there. */
    SLOW_THERE,
    /** Takes seconds to come back. */
    SLOW_BACK,
    /** The function dies before it. */
    DIES_BEFORE,
    /** The function dies after it. */
    DIES_AFTER,
    /** An index answers as it stood a while ago. */
    STALE,
    /** An index shows nothing. */
    EMPTY,
    /** Delivered twice. */
    TWICE,
    /** Delivered late, by minutes or hours. */
    LATE,
    /** Never delivered. */
    LOST;

    /** Of a call that changes something. */
    public static final List<Harm> OF_WRITES =
            List.of(REFUSED, ANSWER_LOST, REPEATED, SLOW_THERE, SLOW_BACK, DIES_BEFORE, DIES_AFTER);

    /** Of a call that asks. */
    public static final List<Harm> OF_READS = List.of(REFUSED, SLOW_THERE, SLOW_BACK, DIES_BEFORE, DIES_AFTER);

    /** Of the index that lags. */
    public static final List<Harm> OF_INDEXES = List.of(STALE, EMPTY);

    /** Of SES, which is never asked twice by the SDK. */
    public static final List<Harm> OF_MAIL =
            List.of(REFUSED, SILENT, ANSWER_LOST, SLOW_THERE, SLOW_BACK, DIES_BEFORE, DIES_AFTER);

    /** Of what is delivered at least once. */
    public static final List<Harm> OF_DELIVERIES = List.of(TWICE, LATE);

    /** Of what is delivered with some luck: schedules, SES's events. */
    public static final List<Harm> OF_HINTS = List.of(TWICE, LATE, LOST);
}
