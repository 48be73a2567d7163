package comeback.local.control;

/** A call that can't be understood; its message says what is wrong. Answered with 400. */
final class BadCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCall(String what) {
        super(what);
    }
}
