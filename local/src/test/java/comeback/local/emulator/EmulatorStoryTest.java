package comeback.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import comeback.QuietContext;
import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.aws.LocalAws;
import comeback.local.lambda.Functions;
import comeback.local.mail.Mail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/**
 * The main story, stored and scheduled in the emulator, by the real functions: somebody signs up and leaves a cart, an
 * alarm stands for the next hour, and what it brings wakes them. The emulator's schedules never ring and its stream calls
 * nobody, so the test does; the letters go to this laptop's SES, since the emulator's loses their headers and tags.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = "AWS_EMULATOR_IT", matches = "1")
class EmulatorStoryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Emulator emulator;
    private TestWorld world;
    private @Nullable Functions functions;

    @BeforeAll
    void start() {
        emulator = Emulator.start();
        emulator.makeTable(Aws.TABLE);
        world = TestWorld.watched(
                InstantSource.fixed(NOON),
                plain -> new LocalAws(emulator.dynamo(), plain.ses(), emulator.scheduler(), plain.received()),
                real -> functions = real);
    }

    @AfterAll
    void stop() {
        world.close();
        emulator.close();
    }

    @Test
    void somebody_signs_up_leaves_a_cart_and_is_reminded_of_it_an_hour_later() {
        world.post("/v1/track", """
            {"userId": "ada", "event": "Signed Up",
             "properties": {"email": "ada@example.com", "firstName": "Ada", "acceptsMarketing": true}}\
            """);
        world.post("/v1/track", """
            {"userId": "ada", "event": "Product Added",
             "properties": {"product_id": "mug", "name": "Stoneware mug", "price": 18, "currency": "USD"}}\
            """);
        showWhatIsDue();

        assertThat(world.mailbox()).hasSize(1);
        List<GetScheduleResponse> alarms =
                emulator.scheduler().listSchedules(all -> all.groupName(Emulator.SCHEDULE_GROUP)).schedules().stream()
                        .map(this::whole)
                        .toList();
        assertThat(alarms).extracting(GetScheduleResponse::scheduleExpression).contains("at(2026-03-02T13:00:00)");
        GetScheduleResponse alarm = alarms.stream()
                .filter(each -> each.scheduleExpression().equals("at(2026-03-02T13:00:00)"))
                .findFirst()
                .orElseThrow();
        assertThat(alarm.target().deadLetterConfig().arn()).isEqualTo(Aws.SCHEDULER_DLQ_ARN);

        world.post("/local/clock/advance", "{\"by\": \"PT1H\"}");
        Objects.requireNonNull(functions)
                .wake()
                .handleRequest(texts(alarm.target().input()), new QuietContext());
        showWhatIsDue();

        assertThat(world.mailbox()).extracting(Mail::subject).hasSize(2);
        assertThat(timeline()).contains("Product Added", "need-help");
    }

    @Test
    void every_dead_letter_queue_of_the_template_can_be_made() {
        assertThat(emulator.makeQueues()).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }

    private String timeline() {
        return world.send(world.request("/v1/customers/user:ada/timeline")
                        .header("Authorization", "Bearer sk_demo")
                        .GET())
                .body();
    }

    private GetScheduleResponse whole(ScheduleSummary one) {
        return emulator.scheduler().getSchedule(get -> get.name(one.name()).groupName(Emulator.SCHEDULE_GROUP));
    }

    private static Map<String, String> texts(String json) {
        return Json.parseOwn(json).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private static String text(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(value -> value.s()).orElse("");
    }

    /** As the table's stream does for what is due. */
    private void showWhatIsDue() {
        List<DynamodbEvent.DynamodbStreamRecord> records = emulator.items(Aws.TABLE).stream()
                .filter(item -> text(item, "state").equals("DUE"))
                .map(item -> {
                    var change = new StreamRecord();
                    change.setKeys(Map.of(
                            "pk", new AttributeValue().withS(text(item, "pk")),
                            "sk", new AttributeValue().withS(text(item, "sk"))));
                    change.setSequenceNumber("1");
                    var record = new DynamodbEvent.DynamodbStreamRecord();
                    record.setEventName("INSERT");
                    record.setDynamodb(change);
                    return record;
                })
                .toList();
        var event = new DynamodbEvent();
        event.setRecords(records);
        Objects.requireNonNull(functions).send().handleRequest(event, new QuietContext());
    }
}
