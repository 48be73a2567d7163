package comeback.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.local.aws.Aws;
import comeback.local.lambda.Functions;
import comeback.store.Store;
import comeback.templates.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sesv2.model.MessageTag;

/**
 * Functions as small as can be, over the real SDK clients: a posted {@code {"to","after"}} is kept as due then, the
 * alarm or the sweeper makes it a message, and the stream sends it. They show what the local world does, and decide
 * nothing.
 */
final class SmallShop implements Wiring {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    final List<APIGatewayV2HTTPEvent> requests = new ArrayList<>();
    final List<ScheduledEvent> feedback = new ArrayList<>();
    final List<Map<String, String>> wakings = new ArrayList<>();
    final List<Instant> wokenAt = new ArrayList<>();
    final List<DynamodbEvent> batches = new ArrayList<>();
    final List<String> filled = new ArrayList<>();
    boolean setsAlarms = true;
    boolean saysFailuresItself = true;
    int brokenWakings;
    private final Ground ground;

    SmallShop(Ground ground) {
        this.ground = ground;
    }

    @Override
    public Functions functions() {
        return new Functions(
                (event, _) -> ingest(event),
                (event, _) -> answer(event),
                (event, _) -> answer(event),
                (input, _) -> wake(input),
                (event, _) -> send(event),
                (event, _) -> {
                    feedback.add(event);
                    return "done";
                },
                (_, _) -> "done",
                (_, _) -> "done",
                (_, _) -> new StreamsEventResponse(List.of()),
                (_, _) -> "done");
    }

    @Override
    public void save(List<Store> stores) {
        filled.add("stores: " + stores.size());
    }

    @Override
    public List<Problem> problems() {
        return List.of(new Problem("cart/flow.yaml", 3, "unknown field dealy"));
    }

    private APIGatewayV2HTTPResponse ingest(APIGatewayV2HTTPEvent event) {
        if (event.getRawPath().equals("/v1/broken")) {
            throw new IllegalStateException("broken on purpose");
        }
        if (event.getRawPath().equals("/v1/track")) {
            Fields body = Fields.of(Json.parseOwn(event.getBody()));
            var after = Duration.parse(body.text("after").orElse("PT0S"));
            Instant due = ground.clock().instant().plus(after).truncatedTo(ChronoUnit.MINUTES);
            String to = body.text("to").orElseThrow();
            keep(to, due);
            if (setsAlarms) {
                setAlarm(to, due);
            }
        }
        return answer(event);
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        requests.add(event);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "text/plain", "X-From", "function"))
                .withBody("seen " + event.getRawPath())
                .build();
    }

    private void keep(String to, Instant due) {
        ground.aws()
                .dynamo()
                .putItem(put -> put.tableName(Aws.TABLE)
                        .item(Map.of(
                                "pk", AttributeValue.fromS("S#demo#C#" + name(to)),
                                "sk", AttributeValue.fromS("C"),
                                "to", AttributeValue.fromS(to),
                                "duePartition", AttributeValue.fromS("D#3"),
                                "dueAt", AttributeValue.fromN(String.valueOf(due.getEpochSecond())))));
    }

    private void setAlarm(String to, Instant due) {
        ground.aws()
                .scheduler()
                .createSchedule(create -> create.name("w-" + name(to) + "-" + due.getEpochSecond())
                        .groupName(Aws.SCHEDULE_GROUP)
                        .scheduleExpression("at(" + SECONDS.format(due) + ")")
                        .actionAfterCompletion(ActionAfterCompletion.DELETE)
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(target -> target.arn(Aws.WAKE_ARN)
                                .roleArn(Aws.SCHEDULER_ROLE_ARN)
                                .input(Json.print(Map.of("store", "demo", "customer", name(to))))));
    }

    private String wake(Map<String, String> input) {
        wakings.add(input);
        wokenAt.add(ground.clock().instant());
        if (brokenWakings > 0) {
            brokenWakings--;
            throw new IllegalStateException("cannot wake");
        }
        var due = ground.aws()
                .dynamo()
                .query(query -> query.tableName(Aws.TABLE)
                        .indexName("due")
                        .keyConditionExpression("duePartition = :d AND dueAt <= :now")
                        .expressionAttributeValues(Map.of(
                                ":d", AttributeValue.fromS("D#3"),
                                ":now",
                                        AttributeValue.fromN(String.valueOf(
                                                ground.clock().instant().getEpochSecond())))));
        due.items().forEach(this::becomeMessage);
        return "done";
    }

    private void becomeMessage(Map<String, AttributeValue> key) {
        var dynamo = ground.aws().dynamo();
        var keys = Map.of("pk", text(key, "pk"), "sk", text(key, "sk"));
        var item = dynamo.getItem(get -> get.tableName(Aws.TABLE).key(keys)).item();
        dynamo.updateItem(
                update -> update.tableName(Aws.TABLE).key(keys).updateExpression("REMOVE duePartition, dueAt"));
        String to = text(item, "to").s();
        dynamo.putItem(put -> put.tableName(Aws.TABLE).item(message(to, "DUE")));
    }

    static Map<String, AttributeValue> message(String to, String state) {
        var body = Map.of("flow", "cart", "name", "need-help", "customer", name(to));
        return Map.of(
                "pk", AttributeValue.fromS("S#demo#M#" + name(to)),
                "sk", AttributeValue.fromS("M"),
                "to", AttributeValue.fromS(to),
                "state", AttributeValue.fromS(state),
                "body", AttributeValue.fromS(Json.print(body)));
    }

    private StreamsEventResponse send(DynamodbEvent event) {
        batches.add(event);
        for (var record : event.getRecords()) {
            try {
                mail(Objects.requireNonNull(record.getDynamodb().getNewImage().get("to"))
                        .getS());
            } catch (SdkException e) {
                if (!saysFailuresItself) {
                    throw e;
                }
                var failed = new StreamsEventResponse.BatchItemFailure(
                        record.getDynamodb().getSequenceNumber());
                return new StreamsEventResponse(List.of(failed));
            }
        }
        return new StreamsEventResponse(List.of());
    }

    private void mail(String to) {
        ground.aws()
                .ses()
                .sendEmail(mail -> mail.fromEmailAddress("Alder & Pine <hello@alderandpine.example>")
                        .destination(destination -> destination.toAddresses(to))
                        .configurationSetName(Aws.CONFIGURATION_SET)
                        .emailTags(
                                tag("store", "demo"),
                                tag("customer", name(to)),
                                tag("flow", "cart"),
                                tag("message", "need-help"))
                        .content(content ->
                                content.simple(simple -> simple.subject(subject -> subject.data("Need help?"))
                                        .body(body -> body.html(html -> html.data(
                                                        "<p>Need <a href=\"https://a.example/?a=1&amp;b=2\">help</a>?"))
                                                .text(text -> text.data("Need help?"))))));
        ground.aws().dynamo().putItem(put -> put.tableName(Aws.TABLE).item(message(to, "ACCEPTED")));
    }

    static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    static String name(String to) {
        return HexFormat.of().formatHex(to.getBytes(StandardCharsets.UTF_8));
    }

    private static AttributeValue text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name));
    }
}
