package comeback.commit;

class InMemoryReceiptsTest extends ReceiptsContract {
    private final InMemoryReceipts receipts = new InMemoryReceipts();

    @Override
    protected Receipts receipts() {
        return receipts;
    }
}
