package comeback.commit;

/** The fake keeps its port's contract. */
class InMemoryReconciliationsTest extends ReconciliationsContract {
    private final InMemoryReconciliations memory = new InMemoryReconciliations();

    @Override
    protected Reconciliations reconciliations() {
        return memory;
    }
}
