package comeback.local.crash;

/** The function's process is gone. Nothing in the product may catch this, as nothing could. */
final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String where) {
        super("the function died " + where);
    }
}
