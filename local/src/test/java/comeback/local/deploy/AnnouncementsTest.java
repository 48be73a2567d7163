package comeback.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.count.Announcement;
import comeback.count.Announcing;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.lambda.Functions;
import comeback.table.DynamoMessages;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What an event bus hears of letters and coupons, off the stream of what real functions wrote; so nothing is told that was not
 * committed.
 */
class AnnouncementsTest {
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");

    private final List<Announcement> told = new ArrayList<>();
    private Optional<Announcing> announcing = Optional.empty();

    private TestWorld world() {
        return TestWorld.watched(
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")),
                aws -> {
                    announcing = Optional.of(new Announcing(new DynamoMessages(aws.dynamo(), Aws.TABLE), told::addAll));
                    return aws;
                },
                this::telling);
    }

    private Functions telling(Functions all) {
        return new Functions(
                all.ingest(),
                all.shopper(),
                all.console(),
                all.wake(),
                all.send(),
                all.feedback(),
                all.nightly(),
                all.bus(),
                (event, context) -> {
                    announcing.orElseThrow().announce(event.getRecords());
                    return all.count().handleRequest(event, context);
                },
                all.reply());
    }

    private List<Announcement> ofCoupons(TestWorld world) {
        world.advance(Duration.ofMinutes(2));
        return told.stream().filter(event -> event.type().startsWith("coupon.")).toList();
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
    void an_event_bus_hears_that_a_letter_went_once_and_nothing_of_who_ada_is() {
        try (TestWorld world = world()) {
            issued(world);
            world.advance(Duration.ofDays(1));

            List<Announcement> sent = told.stream()
                    .filter(event -> event.type().equals("message.sent"))
                    .toList();
            assertThat(sent).isNotEmpty().extracting(Announcement::id).doesNotHaveDuplicates();
            assertThat(sent.getFirst().body())
                    .containsOnlyKeys("id", "store", "message", "customer", "flow", "step", "variant", "at")
                    .containsEntry("store", "demo")
                    .containsEntry("flow", "welcome");
            assertThat(sent.getFirst().id())
                    .isEqualTo("message.sent:demo:" + sent.getFirst().subject());
            assertThat(told.toString()).doesNotContain("@").doesNotContain("ada@example.com");
        }
    }

    @Test
    void an_event_bus_hears_that_a_coupon_was_issued_and_used_and_nothing_of_who_ada_is() {
        try (TestWorld world = world()) {
            assertThat(ofCoupons(world)).isEmpty();
            Instant at = world.inside().clock().instant();
            String code = issued(world);

            assertThat(ofCoupons(world)).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("coupon.issued");
                assertThat(event.body())
                        .containsOnlyKeys("id", "store", "code", "customer", "message", "order", "at")
                        .containsEntry("store", "demo")
                        .containsEntry("code", code)
                        .containsEntry("order", "")
                        .containsEntry("at", at.toString());
                assertThat(event.body().toString()).doesNotContain("@");
            });
            post(world, "/v1/coupons/" + code + "/redeem", "{\"order_id\":\"1001\"}");
            assertThat(ofCoupons(world)).hasSize(2).last().satisfies(event -> {
                assertThat(event.type()).isEqualTo("coupon.redeemed");
                assertThat(event.detail()).containsEntry("order", "1001");
            });
        }
    }

    @Test
    void a_coupon_that_is_taken_back_is_told_and_a_code_that_waits_in_its_pool_is_not() {
        try (TestWorld world = world()) {
            post(world, "/v1/coupons/pools", "{\"pool\":\"spring\",\"codes\":[\"A-1\"],\"percent\":15}");
            assertThat(ofCoupons(world)).isEmpty();

            String code = issued(world);
            assertThat(ofCoupons(world)).hasSize(1);
            post(world, "/v1/coupons/" + code + "/revoke", "{\"reason\":\"sent by mistake\"}");
            assertThat(ofCoupons(world)).extracting(Announcement::type).endsWith("coupon.revoked");
        }
    }

    @Test
    void who_counts_may_tell_one_bus_in_our_name_and_only_where_a_deployment_named_it() {
        var announcing = Template.read().resource("Announcing");

        assertThat(announcing.condition()).isEqualTo("HasEventBus");
        assertThat(announcing.at("RoleName")).isEqualTo(Map.of("Ref", "CountRole"));
        assertThat(Template.statementsIn(announcing.at("PolicyDocument")))
                .singleElement()
                .satisfies(statement -> assertThat(statement)
                        .containsEntry("Action", "events:PutEvents")
                        .containsEntry(
                                "Resource",
                                Map.of(
                                        "Fn::Sub",
                                        "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${EventBus}"))
                        .containsEntry("Condition", Map.of("StringEquals", Map.of("events:source", "comeback"))));
    }
}
