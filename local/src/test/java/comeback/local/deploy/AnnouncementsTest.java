package comeback.local.deploy;

import static comeback.local.deploy.Template.at;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * What an event bus hears of coupons: the pipe of template.yaml, read, against what real functions wrote. A pipe tells what
 * the stream has, so nothing is told that was not committed.
 */
class AnnouncementsTest {
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
    private static final Pattern PLACE = Pattern.compile("<\\$\\.dynamodb\\.NewImage\\.([a-z]+)\\.S>");

    private final Template.Resource pipe = Template.read().resource("Announcements");

    /**
     * What is told.
     *
     * @param type the detail's type
     * @param detail as JSON
     */
    private record Told(String type, Fields detail) {}

    /** What the pipe makes of everything that lies in the table, as if each item had just been written. */
    private List<Told> told(TestWorld world) {
        String pattern = at(
                        pipe.listAt("SourceParameters", "FilterCriteria", "Filters")
                                .getFirst(),
                        "Pattern")
                .toString();
        assertThat(pattern)
                .isEqualTo("{\"dynamodb\": {\"NewImage\": {\"event\": {\"S\": [{\"prefix\": \"coupon.\"}]}}}}");
        assertThat(pipe.at("TargetParameters", "EventBridgeEventBusParameters", "DetailType"))
                .isEqualTo("$.dynamodb.NewImage.event.S");
        List<Told> told = new ArrayList<>();
        world.inside()
                .aws()
                .dynamo()
                .scanPaginator(ScanRequest.builder().tableName(Aws.TABLE).build())
                .items()
                .forEach(item -> {
                    String event = text(item, "event");
                    if (event.startsWith("coupon.")) {
                        told.add(new Told(event, detail(item)));
                    }
                });
        return told;
    }

    private Fields detail(Map<String, AttributeValue> item) {
        String template = pipe.at("TargetParameters", "InputTemplate").toString();
        Matcher place = PLACE.matcher(template);
        String filled = place.replaceAll(found -> {
            assertThat(item).as("a pipe has no word for what is missing").containsKey(found.group(1));
            return Matcher.quoteReplacement(
                    Json.print(Map.of("v", text(item, found.group(1)))).replaceFirst("\\{\"v\":(.*)}", "$1"));
        });
        return Fields.of(Json.parseOwn(filled));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNullElse(
                item.getOrDefault(name, AttributeValue.fromS("")).s(), "");
    }

    /** Ada signs up, and is welcomed with a coupon of her own. */
    private static String issued(TestWorld world) {
        track(world, "Signed Up", Map.of("email", "ada@example.com", "acceptsMarketing", true));
        return world.mailbox().stream()
                .map(mail -> CODE.matcher(mail.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private static void track(TestWorld world, String event, Map<String, Object> properties) {
        String body = Json.print(new Tree()
                .with("userId", "ada")
                .with("event", event)
                .with("properties", properties)
                .toMap());
        assertThat(world.post("/v1/track", body).statusCode()).isEqualTo(200);
    }

    private static void post(TestWorld world, String path, String body) {
        var answer = world.send(world.request(path)
                .header("Authorization", "Basic c2tfZGVtbzo=")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void an_event_bus_hears_that_a_coupon_was_issued_and_used_and_nothing_of_who_ada_is() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            assertThat(told(world)).isEmpty();
            String code = issued(world);

            assertThat(told(world)).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("coupon.issued");
                assertThat(event.detail().asMap())
                        .containsOnlyKeys("store", "code", "customer", "message", "order", "at")
                        .containsEntry("store", "demo")
                        .containsEntry("code", code)
                        .containsEntry("order", "")
                        .containsEntry("at", "2026-03-02T09:00:00Z");
                assertThat(event.detail().asMap().toString()).doesNotContain("@");
            });
            post(world, "/v1/coupons/" + code + "/redeem", "{\"order_id\":\"1001\"}");
            assertThat(told(world)).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("coupon.redeemed");
                assertThat(event.detail().text("order")).contains("1001");
            });
        }
    }

    @Test
    void a_coupon_that_is_taken_back_is_told_and_a_code_that_waits_in_its_pool_is_not() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            post(world, "/v1/coupons/pools", "{\"pool\":\"spring\",\"codes\":[\"A-1\"],\"percent\":15}");
            assertThat(told(world)).isEmpty();

            post(world, "/v1/coupons/" + issued(world) + "/revoke", "{\"reason\":\"sent by mistake\"}");
            assertThat(told(world)).extracting(Told::type).containsExactly("coupon.revoked");
        }
    }

    @Test
    void who_tells_may_only_read_the_stream_and_tell() {
        var rights = Template.read().statements(Template.read().resource("AnnouncementsRole"));

        assertThat(rights)
                .flatMap(statement -> Template.texts(statement, "Action"))
                .containsExactlyInAnyOrder(
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator",
                        "dynamodb:ListStreams",
                        "events:PutEvents",
                        "sqs:SendMessage");
        assertThat(pipe.condition()).as("nobody pays for it who did not ask").isEqualTo("HasEventBus");
    }
}
