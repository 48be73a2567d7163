package comeback.commit;

/** How far SES's list was gone through, in memory, for tests. */
public final class InMemoryReconciliations implements Reconciliations {
    private Reconciliation last = Reconciliation.NEVER;

    @Override
    public Reconciliation look() {
        return last;
    }

    @Override
    public boolean save(Reconciliation next) {
        if (next.version() != last.version()) {
            return false;
        }
        last = next.saved();
        return true;
    }
}
