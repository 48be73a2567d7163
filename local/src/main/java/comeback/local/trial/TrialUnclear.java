package comeback.local.trial;

/** A trial that was asked for in a way that can't be understood; the message is one line for the person at the terminal. */
public final class TrialUnclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrialUnclear(String what) {
        super(what);
    }
}
