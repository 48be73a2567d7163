package comeback.commit;

class InMemoryCouponsTest extends CouponsContract {
    private final InMemoryTable table = new InMemoryTable();

    @Override
    protected TablePorts table() {
        return table.ports();
    }

    @Override
    protected Coupons coupons() {
        return table.coupons();
    }
}
