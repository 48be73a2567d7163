package comeback.commit;

class InMemoryWavesTest extends WavesContract {
    private final InMemoryWaves waves = new InMemoryWaves();

    @Override
    protected WaitingList list() {
        return waves;
    }

    @Override
    protected Waves waves() {
        return waves;
    }
}
