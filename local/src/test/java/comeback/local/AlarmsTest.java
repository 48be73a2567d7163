package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.alarm.SchedulerAlarms;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.local.aws.Aws;
import comeback.store.StoreId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our alarms on the laptop's Scheduler. */
final class AlarmsTest {
    private static final StoreId STORE = new StoreId("demo");
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));

    private SmallWorld world;

    @BeforeEach
    void start() {
        world = new SmallWorld("2026-03-02T09:00:00Z");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private SchedulerAlarms alarms() {
        return new SchedulerAlarms(
                world.world().inside().aws().scheduler(),
                new SchedulerAlarms.Destination(
                        Aws.SCHEDULE_GROUP, Aws.WAKE_ARN, Aws.SCHEDULER_ROLE_ARN, Aws.SCHEDULER_DLQ_ARN));
    }

    @Test
    void failure_mode_34_the_same_alarm_twice_rings_once_and_its_schedule_is_gone_then() {
        alarms().set(STORE, ADA, world.now().plus(Duration.ofHours(1)));
        alarms().set(STORE, ADA, world.now().plus(Duration.ofHours(1)));

        world.advance(Duration.ofHours(2));

        assertThat(world.shop().wakings).containsExactly(Map.of("store", "demo", "customer", ADA.value()));
        assertThat(world.world().inside().scheduler().next()).isEmpty();
    }

    @Test
    void another_minute_is_another_alarm() {
        alarms().set(STORE, ADA, world.now().plus(Duration.ofMinutes(1)));
        alarms().set(STORE, ADA, world.now().plus(Duration.ofMinutes(2)));

        world.advance(Duration.ofHours(1));

        assertThat(world.shop().wakings).hasSize(2);
    }

    @Test
    void one_alarm_does_for_all_messages_that_wait_for_a_minute() {
        alarms().setForWaiting(world.now().plus(Duration.ofMinutes(1)));
        alarms().setForWaiting(world.now().plus(Duration.ofMinutes(1)));

        world.advance(Duration.ofMinutes(1));

        assertThat(world.shop().wakings).containsExactly(Map.of("sweep", "waiting"));
    }
}
