package comeback.commit;

/** The fake keeps the register's contract. */
final class InMemoryStoresTest extends StoreRegisterContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected StoreRegister register() {
        return stores;
    }

    @Override
    protected Stores stores() {
        return stores;
    }
}
