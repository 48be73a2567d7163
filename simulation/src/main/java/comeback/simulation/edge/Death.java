package comeback.simulation.edge;

/** The function is gone: killed, crashed, out of time. An error, so that no handler survives it. */
public final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String where) {
        super(where, null, false, false);
    }
}
