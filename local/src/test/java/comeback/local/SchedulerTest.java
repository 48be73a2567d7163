package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.local.aws.Aws;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

/** Scheduler as the real SDK client sees it. */
final class SchedulerTest {
    private SmallWorld world;

    @BeforeEach
    void start() {
        world = new SmallWorld("2026-03-02T09:00:00Z");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_schedule_wakes_its_customer_and_is_gone() {
        create("w-ada", "at(2026-03-02T10:00:30)", _ -> {});
        assertThat(scheduler().getSchedule(get -> get.name("w-ada").groupName(Aws.SCHEDULE_GROUP)))
                .satisfies(schedule -> {
                    assertThat(schedule.scheduleExpression()).isEqualTo("at(2026-03-02T10:00:30)");
                    assertThat(schedule.creationDate()).isEqualTo(world.now());
                    assertThat(schedule.target().input()).contains("ada");
                });
        world.advance(Duration.ofHours(1));
        assertThat(world.shop().wakings).containsExactly(Map.of("store", "demo", "customer", "ada"));
        assertThat(world.shop().wokenAt).containsExactly(Instant.parse("2026-03-02T10:00:00Z"));
        assertThatThrownBy(() -> scheduler().getSchedule(get -> get.name("w-ada")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_schedule_without_that_wish_stays_and_fires_once() {
        create("w-ada", "at(2026-03-02T10:00:00)", create -> create.actionAfterCompletion(ActionAfterCompletion.NONE));
        world.advance(Duration.ofDays(2));
        assertThat(world.shop().wakings).hasSize(1);
        assertThat(scheduler().getSchedule(get -> get.name("w-ada")).name()).isEqualTo("w-ada");
    }

    @Test
    void the_zone_of_a_schedule_counts() {
        create("w-ada", "at(2026-03-02T18:30:00)", create -> create.scheduleExpressionTimezone("Asia/Seoul"));
        world.advance(Duration.ofHours(1));
        assertThat(world.shop().wokenAt).containsExactly(Instant.parse("2026-03-02T09:30:00Z"));
    }

    @Test
    void a_deleted_schedule_never_fires() {
        create("w-ada", "at(2026-03-02T10:00:00)", _ -> {});
        scheduler().deleteSchedule(delete -> delete.name("w-ada").groupName(Aws.SCHEDULE_GROUP));
        world.advance(Duration.ofDays(2));
        assertThat(world.shop().wakings).isEmpty();
        assertThatThrownBy(() -> scheduler().deleteSchedule(delete -> delete.name("w-ada")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_name_is_given_once_except_to_the_same_call_again() {
        create("w-ada", "at(2026-03-02T10:00:00)", create -> create.clientToken("one"));
        create("w-ada", "at(2026-03-02T10:00:00)", create -> create.clientToken("one"));
        assertThatThrownBy(() -> create("w-ada", "at(2026-03-02T10:00:00)", _ -> {}))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> create("w-ada", "at(2026-03-02T11:00:00)", create -> create.clientToken("one")))
                .isInstanceOf(ConflictException.class);
        assertThat(world.world().inside().scheduler().created()).isEqualTo(1);
    }

    @Test
    void what_scheduler_refuses_is_refused_here_too() {
        invalid("w+ada", "at(2026-03-02T10:00:00)");
        invalid("a".repeat(65), "at(2026-03-02T10:00:00)");
        invalid("w-ada", "at(2026-13-02T10:00:00)");
        invalid("w-ada", "tomorrow");
        assertThatThrownBy(() -> create("w-ada", "at(2026-03-02T10:00:00)", create -> create.groupName("other")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> create(
                        "w-ada",
                        "at(2026-03-02T10:00:00)",
                        create -> create.target(t -> t.arn("a").roleArn("b").input("no"))))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void faults_strike_scheduler_too() {
        world.post("/local/faults", "{\"service\":\"scheduler\",\"kind\":\"refuse\",\"operation\":\"CreateSchedule\"}");
        assertThatThrownBy(() -> create("w-ada", "at(2026-03-02T10:00:00)", _ -> {}))
                .isInstanceOf(ServiceQuotaExceededException.class);
        world.post("/local/faults", "{\"service\":\"scheduler\",\"kind\":\"timeout\",\"for\":\"PT1H\"}");
        assertThatThrownBy(() -> scheduler().getSchedule(get -> get.name("w-ada")))
                .isInstanceOf(SdkClientException.class);
        world.advance(Duration.ofHours(1));
        create("w-ada", "at(2026-03-02T11:00:00)", _ -> {});
        assertThat(world.get("/local/faults").body()).isEqualTo("[]");
    }

    private SchedulerClient scheduler() {
        return world.world().inside().aws().scheduler();
    }

    private void invalid(String name, String expression) {
        assertThatThrownBy(() -> create(name, expression, _ -> {})).isInstanceOf(ValidationException.class);
    }

    private void create(String name, String expression, Consumer<CreateScheduleRequest.Builder> change) {
        scheduler().createSchedule(create -> {
            create.name(name)
                    .groupName(Aws.SCHEDULE_GROUP)
                    .scheduleExpression(expression)
                    .actionAfterCompletion(ActionAfterCompletion.DELETE)
                    .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                    .target(target -> target.arn(Aws.WAKE_ARN)
                            .roleArn(Aws.SCHEDULER_ROLE_ARN)
                            .input("{\"store\":\"demo\",\"customer\":\"ada\"}"));
            change.accept(create);
        });
    }
}
