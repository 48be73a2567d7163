package comeback.local.apply;

/** The stores of a file could not be applied; the message says which and why, for the person at the terminal. */
public final class NotApplied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotApplied(String why) {
        super(why);
    }
}
