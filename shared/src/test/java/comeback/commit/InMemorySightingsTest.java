package comeback.commit;

class InMemorySightingsTest extends SightingsContract {
    private final InMemoryWaves waves = new InMemoryWaves();

    @Override
    protected Sightings sightings() {
        return waves;
    }
}
