package comeback.commit;

class InMemoryAlarmsTest extends AlarmsContract {
    private final InMemoryAlarms alarms = new InMemoryAlarms();

    @Override
    protected Alarms alarms() {
        return alarms;
    }

    @Override
    protected long standing() {
        return alarms.all().size();
    }

    @Override
    protected void breakDown() {
        alarms.breakDown();
    }
}
