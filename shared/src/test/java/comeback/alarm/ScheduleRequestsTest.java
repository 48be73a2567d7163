package comeback.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.json.Json;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ServiceQuotaExceededException;

/** What Scheduler is asked for, and what its refusals mean. */
class ScheduleRequestsTest {
    private static final StoreId STORE = new StoreId("demo");
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final List<CreateScheduleRequest> asked = new ArrayList<>();
    private Optional<RuntimeException> refusal = Optional.empty();
    private final SchedulerAlarms alarms = new SchedulerAlarms(
            new Remembering(), new SchedulerAlarms.Destination("group", "arn:wake", "arn:role", "arn:dlq"));

    /** Scheduler that writes down what it is asked for. */
    private final class Remembering implements SchedulerClient {
        @Override
        public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
            asked.add(request);
            refusal.ifPresent(why -> {
                throw why;
            });
            return CreateScheduleResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "scheduler";
        }

        @Override
        public void close() {}
    }

    @Test
    void a_schedule_rings_once_in_utc_at_its_minute_and_is_gone_then() {
        alarms.set(STORE, ADA, TEN);

        CreateScheduleRequest request = asked.getFirst();
        assertThat(request.scheduleExpression()).isEqualTo("at(2026-03-02T10:00:00)");
        assertThat(request.scheduleExpressionTimezone()).isEqualTo("UTC");
        assertThat(request.flexibleTimeWindow().mode()).isEqualTo(FlexibleTimeWindowMode.OFF);
        assertThat(request.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.DELETE);
        assertThat(request.groupName()).isEqualTo("group");
        assertThat(Json.parseOwn(request.target().input())).isEqualTo(Map.of("store", "demo", "customer", ADA.value()));
    }

    @Test
    void what_cannot_be_delivered_is_tried_again_for_an_hour_and_then_kept_for_a_person() {
        alarms.set(STORE, ADA, TEN);
        alarms.setForWaiting(TEN);

        assertThat(asked).hasSize(2).allSatisfy(request -> {
            assertThat(request.target().retryPolicy().maximumRetryAttempts()).isEqualTo(3);
            assertThat(request.target().retryPolicy().maximumEventAgeInSeconds())
                    .isEqualTo(3600);
            assertThat(request.target().deadLetterConfig().arn()).isEqualTo("arn:dlq");
            assertThat(request.target().roleArn()).isEqualTo("arn:role");
            assertThat(request.target().arn()).isEqualTo("arn:wake");
        });
    }

    @Test
    void whatever_a_store_and_a_customer_are_called_the_name_is_one_that_scheduler_takes() {
        List<CustomerId> customers = List.of(
                ADA,
                CustomerId.of(Ref.user("x".repeat(200))),
                CustomerId.of(Ref.user("Işıl Öz <isil@example.com> / #$ 고객")),
                CustomerId.of(Ref.anonymous("..")));
        for (CustomerId customer : customers) {
            for (Instant at : List.of(Instant.EPOCH, TEN, Instant.parse("9999-12-31T23:59:00Z"))) {
                assertThat(SchedulerAlarms.name(STORE, customer, at)).matches("[0-9a-zA-Z-_.]{1,64}");
            }
        }
        alarms.setForWaiting(TEN);
        assertThat(asked.getLast().name()).matches("[0-9a-zA-Z-_.]{1,64}");
    }

    @Test
    void failure_mode_34_another_customer_another_store_or_another_minute_is_another_name() {
        assertThat(List.of(
                        SchedulerAlarms.name(STORE, ADA, TEN),
                        SchedulerAlarms.name(STORE, ADA, TEN.plusSeconds(60)),
                        SchedulerAlarms.name(STORE, CustomerId.of(Ref.user("ben")), TEN),
                        SchedulerAlarms.name(new StoreId("other"), ADA, TEN)))
                .doesNotHaveDuplicates();
        assertThat(SchedulerAlarms.name(STORE, ADA, TEN.plusSeconds(59)))
                .isEqualTo(SchedulerAlarms.name(STORE, ADA, TEN));
    }

    @Test
    void failure_mode_34_that_the_alarm_is_there_already_is_as_good_as_having_set_it() {
        refusal = Optional.of(
                ConflictException.builder().message("Schedule already exists").build());

        assertThatCode(() -> alarms.set(STORE, ADA, TEN)).doesNotThrowAnyException();
    }

    @Test
    void any_other_refusal_is_told_so_that_whoever_asked_repeats() {
        refusal = Optional.of(ServiceQuotaExceededException.builder()
                .message("Too many schedules")
                .build());

        assertThatThrownBy(() -> alarms.set(STORE, ADA, TEN)).isInstanceOf(ServiceQuotaExceededException.class);
    }
}
