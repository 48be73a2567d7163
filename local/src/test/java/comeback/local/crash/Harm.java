package comeback.local.crash;

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
    THROTTLED
}
