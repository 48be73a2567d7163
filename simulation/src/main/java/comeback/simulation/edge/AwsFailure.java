package comeback.simulation.edge;

/** AWS did not do what it was asked, or did not say that it did. */
public final class AwsFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What the caller knows. */
    public enum Kind {
        /** It was certainly not done. */
        REFUSED,
        /** Nobody answered in time. */
        UNANSWERED,
        /** The connection broke, at once. */
        CUT
    }

    /** Made for every harmed call; nobody reads its stack. */
    private AwsFailure(String what, Kind kind) {
        super(what, null, false, false);
        this.kind = kind;
    }

    static AwsFailure refused(String what) {
        return new AwsFailure(what, Kind.REFUSED);
    }

    static AwsFailure unanswered(String what) {
        return new AwsFailure(what, Kind.UNANSWERED);
    }

    static AwsFailure cut(String what) {
        return new AwsFailure(what, Kind.CUT);
    }

    public Kind kind() {
        return kind;
    }

    public boolean isCertain() {
        return kind == Kind.REFUSED;
    }
}
