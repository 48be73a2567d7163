package comeback.customer;

/** How far goods on their way back have come. Of what happened at one moment, the later of these counts. */
public enum ReturnStage {
    /** The shopper asked. */
    REQUESTED,
    /** The shop said no. */
    DECLINED,
    /** The shop said yes. */
    APPROVED,
    /** The goods are back. */
    RECEIVED,
    /** It was called off. */
    CANCELLED,
    /** It is done. */
    CLOSED;

    /** Whether something really comes back, or may: not after a no, and not when it was called off. */
    public boolean isOn() {
        return this != DECLINED && this != CANCELLED;
    }
}
