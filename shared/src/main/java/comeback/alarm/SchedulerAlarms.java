package comeback.alarm;

import comeback.commit.Alarms;
import comeback.commit.WaitingAlarms;
import comeback.commit.WaveAlarms;
import comeback.customer.CustomerId;
import comeback.customer.Fingerprint;
import comeback.json.Json;
import comeback.store.StoreId;
import comeback.wave.WaveId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeadLetterConfig;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.RetryPolicy;
import software.amazon.awssdk.services.scheduler.model.Target;

/** Alarms by EventBridge Scheduler. */
public final class SchedulerAlarms implements Alarms, WaveAlarms, WaitingAlarms {
    /** After that the sweeper has long been there. */
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(1);

    private static final int RETRIES = 3;

    /** {@code at(2026-11-21T09:30:00)}, in UTC: zones are our own business. */
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("'at('uuuu-MM-dd'T'HH:mm:ss')'").withZone(ZoneOffset.UTC);

    private final SchedulerClient scheduler;
    private final Destination destination;

    /**
     * Where schedules live and what they wake.
     *
     * @param group the schedule group's name
     * @param wakeArn of the function (its alias) that is invoked
     * @param roleArn that Scheduler assumes to invoke it
     * @param deadLetterArn queue for what could not be delivered
     */
    public record Destination(String group, String wakeArn, String roleArn, String deadLetterArn) {}

    public SchedulerAlarms(SchedulerClient scheduler, Destination destination) {
        this.scheduler = scheduler;
        this.destination = destination;
    }

    @Override
    public void set(StoreId store, CustomerId customer, Instant at) {
        set(name(store, customer, at), Map.of("store", store.value(), "customer", customer.value()), at);
    }

    @Override
    public void set(StoreId store, WaveId wave, Instant at) {
        String name = Fingerprint.of("wave", store.value(), wave.value()) + "-" + at.getEpochSecond() / 60;
        set(name, Map.of("store", store.value(), "wave", wave.value()), at);
    }

    @Override
    public void setForWaiting(Instant at) {
        set("waiting-" + at.getEpochSecond() / 60, Map.of("sweep", "waiting"), at);
    }

    private void set(String name, Map<String, String> input, Instant at) {
        try {
            scheduler.createSchedule(CreateScheduleRequest.builder()
                    .name(name)
                    .groupName(destination.group())
                    .scheduleExpression(AT.format(at))
                    .scheduleExpressionTimezone("UTC")
                    .flexibleTimeWindow(FlexibleTimeWindow.builder()
                            .mode(FlexibleTimeWindowMode.OFF)
                            .build())
                    .actionAfterCompletion(ActionAfterCompletion.DELETE)
                    .target(Target.builder()
                            .arn(destination.wakeArn())
                            .roleArn(destination.roleArn())
                            .input(Json.print(input))
                            .retryPolicy(RetryPolicy.builder()
                                    .maximumRetryAttempts(RETRIES)
                                    .maximumEventAgeInSeconds((int) GIVE_UP_AFTER.toSeconds())
                                    .build())
                            .deadLetterConfig(DeadLetterConfig.builder()
                                    .arn(destination.deadLetterArn())
                                    .build())
                            .build())
                    .build());
        } catch (ConflictException alreadySet) {
            // The name says whom and which minute, so what stands there is this very alarm.
            return;
        }
    }

    /** Twice the same alarm is one schedule. At most 64 of letters, digits, "-", "_" and ".". */
    static String name(StoreId store, CustomerId customer, Instant at) {
        return Fingerprint.of("alarm", store.value(), customer.value()) + "-" + at.getEpochSecond() / 60;
    }
}
