package comeback.simulation.edge;

/** AWS did not do what it was asked, or did not say that it did. */
public final class AwsFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isCertain;

    /**
     * Made for every harmed call; nobody reads its stack.
     *
     * @param isCertain that nothing was done
     */
    AwsFailure(String what, boolean isCertain) {
        super(what, null, false, false);
        this.isCertain = isCertain;
    }

    public boolean isCertain() {
        return isCertain;
    }
}
