package comeback.local.emulator;

import comeback.alarm.SchedulerAlarms;
import comeback.commit.Alarms;
import comeback.commit.AlarmsContract;
import comeback.local.aws.Aws;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/** Alarms by the real SDK client against the emulator's Scheduler, whose schedules never ring. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = "AWS_EMULATOR_IT", matches = "1")
class EmulatorAlarmsTest extends AlarmsContract {
    private Emulator emulator;
    private String group = Emulator.SCHEDULE_GROUP;

    @BeforeAll
    void start() {
        emulator = Emulator.start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @BeforeEach
    void empty() {
        group = Emulator.SCHEDULE_GROUP;
        for (ScheduleSummary one :
                emulator.scheduler().listSchedules(all -> all.groupName(group)).schedules()) {
            emulator.scheduler().deleteSchedule(gone -> gone.name(one.name()).groupName(group));
        }
    }

    @Override
    protected Alarms alarms() {
        return new SchedulerAlarms(
                emulator.scheduler(),
                new SchedulerAlarms.Destination(group, Aws.WAKE_ARN, Aws.SCHEDULER_ROLE_ARN, Aws.SCHEDULER_DLQ_ARN));
    }

    @Override
    protected long standing() {
        return emulator.scheduler()
                .listSchedules(all -> all.groupName(group))
                .schedules()
                .size();
    }

    @Override
    protected void breakDown() {
        group = "a-group-that-nobody-made";
    }
}
