package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Ref;
import comeback.event.Event;
import comeback.store.KeyClass;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests made as the clients of the Segment family were seen to make them. */
class RealClientsTest {
    private static final String ADDED = """
            "event":"Product Added","properties":{"product_id":"mug-1","name":"Stoneware mug","price":"18.00",\
            "currency":"usd","quantity":1}""";

    private final World world = new World();

    @Test
    void segments_node_client_posts_a_batch_with_its_key_twice() {
        var answer = world.send(Post.to("/v1/batch")
                .key(Shops.SECRET_KEY)
                .header("content-type", "application/json")
                .json("""
                        {"batch":[{"type":"track","userId":"u1",%s,"messageId":"node-next-1","timestamp":"2026-03-02T08:59:58.000Z",\
                        "context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"}},"integrations":{},\
                        "_metadata":{"nodeVersion":"20.20.2"}}],"writeKey":"sk_demo","sentAt":"2026-03-02T09:00:00.000Z"}""".formatted(ADDED)));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"success\":true}");
        assertThat(world.only().source()).isEqualTo("Segment API from @segment/analytics-node 3.1.0");
        assertThat(world.only().event()).isInstanceOf(Event.ProductAdded.class);
    }

    @Test
    void segments_old_node_client_says_its_key_in_the_header_only() {
        world.post("/v1/batch", """
                {"batch":[{"userId":"u1",%s,"context":{"library":{"name":"analytics-node","version":"6.2.0"}},\
                "timestamp":"2026-03-02T08:59:58.000Z","type":"track","messageId":"node-old-1"}],\
                "timestamp":"2026-03-02T09:00:00.000Z","sentAt":"2026-03-02T09:00:00.000Z"}""".formatted(ADDED));

        assertThat(world.only().id()).isEqualTo("node-old-1");
    }

    @Test
    void segments_browser_client_posts_plain_text_to_abbreviated_paths() {
        var answer = world.send(Post.to("/v1/t")
                .key(Shops.PUBLIC_KEY)
                .header("content-type", "text/plain")
                .json("""
                        {"timestamp":"2026-03-02T08:59:59.000Z","integrations":{},"type":"track",%s,"userId":null,\
                        "anonymousId":"anon-1","context":{"page":{"path":"/mug","url":"https://www.alderandpine.example/mug"},\
                        "locale":"ko-KR","timezone":"Asia/Seoul","library":{"name":"analytics.js","version":"npm:next-1.84.3"}},\
                        "messageId":"ajs-next-1","writeKey":"pk_demo","sentAt":"2026-03-02T09:00:00.000Z",\
                        "_metadata":{"bundled":["Segment.io"]}}""".formatted(ADDED)));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(world.only().keyClass()).isEqualTo(KeyClass.PUBLIC);
        assertThat(world.only().refs()).containsExactly(Ref.anonymous("anon-1"));
        assertThat(world.only().profile().zone()).map(Object::toString).contains("Asia/Seoul");
        assertThat(world.only().profile().locale()).map(Object::toString).contains("ko_KR");
    }

    @Test
    void segments_browser_client_batches_what_is_left_when_the_page_is_closed() {
        world.send(Post.to("/v1/b").header("content-type", "text/plain").json("""
                        {"writeKey":"pk_demo","batch":[{"type":"track","anonymousId":"a1",%s,"messageId":"m1"},\
                        {"type":"page","anonymousId":"a1","name":"Mug","properties":{},"messageId":"m2"}],\
                        "sentAt":"2026-03-02T09:00:00.000Z"}""".formatted(ADDED)));

        assertThat(world.events()).hasSize(2);
    }

    @Test
    void segments_java_client_has_a_slash_at_the_end_and_its_key_in_the_body() {
        world.send(Post.to("/v1/import/").json("""
                        {"batch":[{"type":"track","userId":"u1",%s,"messageId":"java-1",\
                        "timestamp":"2026-03-02T08:59:59.000Z","context":{"note":"a \\u003c b"}}],\
                        "sentAt":"2026-03-02T09:00:00.000Z","context":{"library":{"name":"analytics-java","version":"3.5.4"}},\
                        "sequence":1,"writeKey":"sk_demo"}""".formatted(ADDED)));

        assertThat(world.only().source()).isEqualTo("Segment API from analytics-java 3.5.4");
    }

    @Test
    void rudders_node_client_posts_gzip_and_calls_it_a_form() {
        world.send(Post.to("/v1/batch")
                .key(Shops.SECRET_KEY)
                .header("content-type", "application/x-www-form-urlencoded")
                .gzip("""
                        {"batch":[{"type":"track","userId":"u1",%s,"messageId":"rudder-1","channel":"server",\
                        "originalTimestamp":"2026-03-02T08:59:30.000Z","context":{"library":{"name":"@rudderstack/rudder-sdk-node",\
                        "version":"3.0.13"}}}],"timestamp":"2026-03-02T09:00:00.000Z","sentAt":"2026-03-02T09:00:00.000Z"}""".formatted(ADDED)));

        assertThat(world.only().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:59:30Z"));
    }

    @Test
    void rudders_browser_client_puts_traits_into_the_context_of_everything() {
        world.send(Post.to("/v1/identify")
                .key(Shops.PUBLIC_KEY)
                .header("anonymousid", "YW5vbg==")
                .header("content-type", "application/json;charset=UTF-8")
                .json("""
                        {"type":"identify","userId":"u1","anonymousId":"a1","messageId":"r1","context":{"traits":{\
                        "email":"ayse@shopper.example","firstName":"Ayşe"},"timezone":"GMT+0000","locale":"tr-TR"},\
                        "originalTimestamp":"2026-03-02T09:00:00.000Z","sentAt":"2026-03-02T09:00:00.000Z"}"""));

        assertThat(world.only().event()).isEqualTo(new Event.CustomerUpdated());
        assertThat(world.only().email().orElseThrow().value()).isEqualTo("ayse@shopper.example");
        assertThat(world.only().emailIsTheirs()).isTrue();
        assertThat(world.only().profile().firstName()).contains("Ayşe");
        assertThat(world.only().profile().zone()).isEmpty();
    }

    @Test
    void rudders_beacon_says_its_key_in_the_address() {
        world.send(Post.to("/beacon/v1/batch")
                .query("writeKey", Shops.PUBLIC_KEY)
                .header("content-type", "text/plain;charset=UTF-8")
                .base64("{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a1\",\"messageId\":\"r9\"}]}"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(world.only().event()).isEqualTo(new Event.Unrecognised("page"));
    }

    @Test
    void jitsu_masks_the_key_in_its_body_so_the_header_counts() {
        world.send(Post.to("/api/s/track")
                .header("X-Write-Key", Shops.PUBLIC_KEY + ":jitsu")
                .json("""
                        {"type":"track","anonymousId":"a1",%s,"messageId":"j1","writeKey":"pk_demo:***",\
                        "context":{"traits":{"email":"kim@shopper.example"}}}""".formatted(ADDED)));

        assertThat(world.only().email().orElseThrow().value()).isEqualTo("kim@shopper.example");
        assertThat(world.only().emailIsTheirs()).isTrue();
    }

    @Test
    void a_pixel_in_a_page_carries_a_message_in_its_address_and_a_picture_comes_back_whatever_it_holds() {
        String message = "{\"writeKey\":\"pk_demo\",\"userId\":\"u1\",\"event\":\"Wheel Spun\",\"messageId\":\"p1\"}";
        String data = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));

        for (String sent : List.of(data, "not base64!", "")) {
            var answer = world.send(Post.with("GET", "/v1/pixel/track").query("data", sent));
            assertThat(answer.getStatusCode()).isEqualTo(200);
            assertThat(answer.getHeaders()).containsEntry("Content-Type", "image/svg+xml");
        }
        assertThat(world.only().event().name()).isEqualTo("Wheel Spun");
    }

    @Test
    void posthogs_batches_name_everything_differently() {
        world.send(Post.to("/batch/").gzip("""
                        {"api_key":"sk_demo","batch":[\
                        {"type":"capture","event":"$identify","distinct_id":"u1","uuid":"p1","timestamp":"2026-03-02T08:59:59.000Z",\
                        "properties":{"$set":{"email":"kim@shopper.example","name":"Kim Minsu"},"$anon_distinct_id":"a1"}},\
                        {"type":"capture",%s,"distinct_id":"u1","uuid":"p2","timestamp":"2026-03-02T08:59:59.000Z"}],\
                        "sent_at":"2026-03-02T09:00:00.000Z"}""".formatted(ADDED)));

        assertThat(world.events())
                .extracting(event -> event.event().name())
                .containsExactly("Customer Updated", "Product Added");
        assertThat(world.events().getFirst().refs())
                .extracting(Ref::kind)
                .containsExactly(Ref.Kind.USER, Ref.Kind.EMAIL, Ref.Kind.ANONYMOUS);
        assertThat(world.events().getFirst().profile().firstName()).contains("Kim");
    }

    @Test
    void what_a_batch_says_of_its_context_holds_for_all_its_messages_that_do_not_say_otherwise() {
        world.post("/v1/batch", """
                {"context":{"locale":"tr","timezone":"Europe/Istanbul"},"batch":[\
                {"type":"track","userId":"u1",%s,"messageId":"m1","context":{"locale":"en"}}]}""".formatted(ADDED));

        assertThat(world.only().profile().locale()).map(Object::toString).contains("en");
        assertThat(world.only().profile().zone()).map(Object::toString).contains("Europe/Istanbul");
    }

    @Test
    void a_retry_has_the_same_message_id_and_is_the_same_event() {
        String first = "{\"userId\":\"u1\"," + ADDED + ",\"messageId\":\"m1\",\"sentAt\":\"2026-03-02T09:00:00Z\"}";
        world.post("/v1/track", first);
        world.post("/v1/track", first.replace("09:00:00Z", "09:00:04Z"));

        assertThat(world.events()).hasSize(1);
        assertThat(world.happenings().calls()).isEqualTo(2);
    }

    @Test
    void who_writes_requests_by_hand_without_ids_is_heard_once_a_minute() {
        String byHand = "{\"userId\":\"u1\"," + ADDED + "}";
        world.post("/v1/track", byHand);
        world.post("/v1/track", byHand);
        assertThat(world.events()).hasSize(1);

        world.setNow(World.NOW.plus(Duration.ofMinutes(1)));
        world.post("/v1/track", byHand);
        assertThat(world.events()).hasSize(2);
    }

    @Test
    void the_write_key_is_not_kept_with_the_event() {
        world.send(Post.to("/v1/track").json("{\"writeKey\":\"sk_demo\",\"userId\":\"u1\"," + ADDED + "}"));

        assertThat(world.happenings().all().getFirst().raw())
                .containsKeys("userId", "event", "properties")
                .doesNotContainKey("writeKey");
    }

    @Test
    void half_an_emoji_that_a_storefront_cut_off_does_no_harm() {
        world.post(
                "/v1/identify",
                "{\"userId\":\"u\\ud83d\",\"traits\":{\"tags\":[\"\\ud83d\"],\"firstName\":\"Kim\\ud83d\"}}");

        assertThat(world.only().refs()).containsExactly(Ref.user("u?"));
        assertThat(world.only().profile().firstName()).contains("Kim?");
        assertThat(world.happenings().all().getFirst().raw().toString()).contains("tags=[?]");
    }
}
