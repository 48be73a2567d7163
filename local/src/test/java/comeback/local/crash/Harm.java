package comeback.local.crash;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a call to AWS goes wrong. */
enum Harm {
    /** The function dies before the request leaves it. */
    DIES_BEFORE,
    /** The service did it, and the function dies before it hears so. */
    DIES_AFTER,
    /** Nobody is reached, however often the SDK tries. */
    NOT_REACHED,
    /** The service did it, but the answer is lost; the SDK's own next try gets through. */
    ANSWER_LOST_ONCE,
    /** The service did it, as often as the SDK tries, and no answer ever comes. */
    ANSWER_LOST,
    /** The service says: too many requests. */
    THROTTLED;

    private static final Set<String> READS = Set.of("BatchGetItem", "GetItem", "ListSuppressedDestinations", "Query");

    /**
     * The harms that can make a difference at this call. A read changes nothing, so whether it was done before its answer
     * was lost is the same; and SES is never asked twice.
     */
    static List<Harm> at(String call) {
        return Stream.of(values())
                .filter(harm -> !(harm.comesAfter() && READS.contains(call)))
                .filter(harm -> !call.equals("SendEmail") || harm != ANSWER_LOST_ONCE)
                .toList();
    }

    /** Whether the function's process ends. */
    boolean isDeath() {
        return this == DIES_BEFORE || this == DIES_AFTER;
    }

    private boolean comesAfter() {
        return this == DIES_AFTER || this == ANSWER_LOST || this == ANSWER_LOST_ONCE;
    }
}
