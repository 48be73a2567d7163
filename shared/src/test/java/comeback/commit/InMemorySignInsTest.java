package comeback.commit;

/** The fake keeps the contract. */
final class InMemorySignInsTest extends SignInsContract {
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemorySignIns signIns = new InMemorySignIns(audit);

    @Override
    protected SignIns signIns() {
        return signIns;
    }

    @Override
    protected AuditTrail audit() {
        return audit;
    }
}
