package comeback.simulation.wire;

import comeback.alarm.SchedulerAlarms;
import comeback.commit.Alarms;
import comeback.commit.AlarmsContract;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Alarms by the real SDK client against the simulator's Scheduler. */
class SdkAlarmsTest extends AlarmsContract {
    private final Set<String> set = new HashSet<>();
    private boolean isBroken;
    private final Alarms alarms = new SchedulerAlarms(
            Clients.over(new WireClient(
                            Map.of("scheduler", new SchedulerWire((name, at, input) -> set.add(name))),
                            (asked, attempt) -> isBroken
                                    ? Reply.refused(402, "ServiceQuotaExceededException", "Too many schedules.")
                                    : asked.effect().get()))
                    .scheduler(),
            new SchedulerAlarms.Destination("comeback", "wake", "scheduler", "lost-alarms"));

    @Override
    protected Alarms alarms() {
        return alarms;
    }

    @Override
    protected long standing() {
        return set.size();
    }

    @Override
    protected void breakDown() {
        isBroken = true;
    }
}
