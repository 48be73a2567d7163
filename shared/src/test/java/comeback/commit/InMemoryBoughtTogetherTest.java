package comeback.commit;

class InMemoryBoughtTogetherTest extends BoughtTogetherContract {
    @Override
    protected BoughtTogether together() {
        return new InMemoryBoughtTogether();
    }
}
