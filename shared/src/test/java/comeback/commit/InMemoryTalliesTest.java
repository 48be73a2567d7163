package comeback.commit;

class InMemoryTalliesTest extends TalliesContract {
    private final InMemoryTallies tallies = new InMemoryTallies();

    @Override
    protected Tallies tallies() {
        return tallies;
    }
}
