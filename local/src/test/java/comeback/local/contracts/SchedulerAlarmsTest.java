package comeback.local.contracts;

import comeback.alarm.SchedulerAlarms;
import comeback.commit.Alarms;
import comeback.commit.AlarmsContract;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import org.junit.jupiter.api.AfterEach;

/** Alarms by the real SDK client against the laptop's Scheduler. */
class SchedulerAlarmsTest extends AlarmsContract {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");
    private final Alarms alarms = new SchedulerAlarms(
            world.inside().aws().scheduler(),
            new SchedulerAlarms.Destination(
                    Aws.SCHEDULE_GROUP, Aws.WAKE_ARN, Aws.SCHEDULER_ROLE_ARN, Aws.SCHEDULER_DLQ_ARN));

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected Alarms alarms() {
        return alarms;
    }

    @Override
    protected long standing() {
        return world.inside().scheduler().created();
    }

    @Override
    protected void breakDown() {
        world.post("/local/faults", "{\"service\":\"scheduler\",\"kind\":\"refuse\",\"for\":\"PT1H\"}");
    }
}
