package comeback.commit;

/** The fake keeps the trail's contract. */
final class InMemoryAuditTrailTest extends AuditTrailContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected StoreRegister register() {
        return stores;
    }

    @Override
    protected AuditTrail audit() {
        return stores.audit();
    }
}
