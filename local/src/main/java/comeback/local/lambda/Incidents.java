package comeback.local.lambda;

/** Where it is told that a function failed: in the cloud its log, its alarm and its dead-letter queue. */
public interface Incidents {
    /**
     * Tells of a failure.
     *
     * @param what happened, as a sentence
     * @param detail for who looks for the cause
     */
    void happened(String what, String detail);
}
