package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.customer.Ref;
import comeback.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudEvents in their three modes. */
class CloudEventsTest {
    private static final String ORDER = "{\"order_id\":\"1\",\"email\":\"kim@shopper.example\",\"total\":\"18.00\","
            + "\"currency\":\"USD\",\"products\":[{\"product_id\":\"mug\",\"price\":18}]}";

    private final World world = new World();

    @Test
    void an_order_in_binary_mode_has_its_attributes_in_headers() {
        var answer = binary("com.shop.order.completed", ORDER);

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(world.only().event()).isInstanceOf(Event.OrderCompleted.class);
        assertThat(world.only().refs()).contains(Ref.user("u1"));
        assertThat(world.only().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(world.only().source()).isEqualTo("CloudEvents from /shops/é");
    }

    @Test
    void an_order_in_structured_mode_is_one_object() {
        var answer = structured("""
                {"specversion":"1.0","id":"1","source":"/shop","type":"com.shop.order.completed.v2","data":%s}""".formatted(ORDER));

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(world.only().event()).isInstanceOf(Event.OrderCompleted.class);
        assertThat(world.only().refs()).extracting(Ref::kind).containsExactly(Ref.Kind.EMAIL);
        assertThat(world.happenings().all().getFirst().raw()).containsKeys("specversion", "data");
    }

    @Test
    void data_may_come_in_base64() {
        String data = Base64.getEncoder().encodeToString(ORDER.getBytes(StandardCharsets.UTF_8));
        structured("""
                {"specversion":"1.0","id":"1","source":"/shop","type":"order.completed","data_base64":"%s"}""".formatted(data));

        assertThat(world.only().event()).isInstanceOf(Event.OrderCompleted.class);
    }

    @Test
    void a_batch_with_one_bad_event_keeps_the_others_and_says_which_failed() {
        var answer = send("application/cloudevents-batch+json", """
                [{"specversion":"1.0","id":"1","source":"/shop","type":"order.completed","data":%s},\
                {"specversion":"1.0","id":"2","source":"/shop","type":"order.completed","subject":"u1","data":{}},\
                {"specversion":"1.0","id":"3","type":"order.completed"}]""".formatted(ORDER));

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getBody())
                .contains("\"kept\":1")
                .contains("events[1].data.order_id: required")
                .contains("events[2].source: required");
        assertThat(world.only().event()).isInstanceOf(Event.OrderCompleted.class);
    }

    @Test
    void the_same_id_of_another_source_is_another_event_and_of_the_same_source_it_is_not() {
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/%s\",\"type\":\"wheel.spun\",\"subject\":\"u1\"}";
        structured(event.formatted("one"));
        structured(event.formatted("one"));
        structured(event.formatted("two"));

        assertThat(world.events()).hasSize(2);
    }

    @Test
    void a_person_is_told_about_with_customer_updated() {
        structured("""
                {"specversion":"1.0","id":"1","source":"/shop","type":"com.shop.customer.updated","subject":"u1",\
                "data":{"email":"kim@shopper.example","firstName":"Kim","locale":"ko","timezone":"Asia/Seoul",\
                "acceptsMarketing":true}}""");

        assertThat(world.only().event()).isInstanceOf(Event.CustomerUpdated.class);
        assertThat(world.only().emailIsTheirs()).isTrue();
        assertThat(world.only().profile().firstName()).contains("Kim");
        assertThat(world.only().profile().locale()).map(Object::toString).contains("ko");
        assertThat(world.only().consent().toString()).startsWith("Given").contains("CloudEvents identify");
    }

    @ParameterizedTest
    @CsvSource({
        "com.shop.customer.created, Signed Up",
        "signed_up, Signed Up",
        "com.shop/order:payment.failed, Order Payment Failed",
        "com.shop.stock.back_in_stock_requested.v1, Back In Stock Subscribed",
        "com.shop.cart.unsubscribed, Unsubscribed",
    })
    void the_end_of_a_type_names_the_event(String type, String name) {
        structured("""
                {"specversion":"1.0","id":"1","source":"/shop","type":"%s","subject":"u1",\
                "data":{"order_id":"1","product_id":"mug"}}""".formatted(type));

        assertThat(world.only().event().name()).isEqualTo(name);
    }

    @Test
    void what_we_do_not_know_is_kept_when_it_is_about_someone_and_let_go_when_it_is_not() {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"com.shop.wheel.spun\"%s}";

        assertThat(structured(event.formatted("")).getStatusCode()).isEqualTo(202);
        assertThat(world.events()).isEmpty();
        assertThat(structured(event.formatted(",\"subject\":\"u1\",\"data\":\"text\""))
                        .getStatusCode())
                .isEqualTo(202);
        assertThat(world.only().event()).isEqualTo(new Event.Unrecognised("com.shop.wheel.spun"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"id":"1","source":"/s","type":"order.completed"}                                     | specversion: required
                    {"specversion":"1.0","source":"/s","type":"order.completed"}                          | id: required
                    {"specversion":"1.0","id":"1","source":"/s"}                                          | type: required
                    {"specversion":"1.0","id":"1","source":"/s","type":{}}                                | type: expected text
                    {"specversion":"1.0","id":"1","source":"/s","type":"order.completed","time":"noon"}   | time: expected an ISO 8601 time
                    {"specversion":"1.0","id":"1","source":"/s","type":"order.completed","data":{"order_id":"1"}} | data.userId: required
                    []                                                                                    | expected a JSON object
                    """)
    void an_event_with_a_mistake_is_refused_with_its_place(String event, String problem) {
        var answer = structured(event);

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains(problem);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void data_that_is_no_json_is_not_looked_into() {
        var post = Post.to("/v1/cloudevents").key(Shops.SECRET_KEY).header("content-type", "image/png");
        attributes(post, "wheel.spun");

        assertThat(world.send(post.base64(new byte[] {1, 2, 3})).getStatusCode())
                .isEqualTo(202);
        assertThat(world.only().event().name()).isEqualTo("wheel.spun");
    }

    private APIGatewayV2HTTPResponse binary(String type, String data) {
        var post = Post.to("/v1/cloudevents")
                .header("authorization", "Bearer " + Shops.SECRET_KEY)
                .header("content-type", "application/json; charset=utf-8");
        return world.send(attributes(post, type).json(data));
    }

    private static Post attributes(Post post, String type) {
        return post.header("Ce-Specversion", "1.0")
                .header("ce-id", "1")
                .header("ce-source", "/shops/%C3%a9")
                .header("ce-type", type)
                .header("ce-time", "2026-03-02T08:00:00Z")
                .header("ce-subject", "u1");
    }

    private APIGatewayV2HTTPResponse structured(String event) {
        return send("application/cloudevents+json; charset=utf-8", event);
    }

    private APIGatewayV2HTTPResponse send(String contentType, String body) {
        return world.send(Post.to("/v1/cloudevents")
                .key(Shops.SECRET_KEY)
                .header("content-type", contentType)
                .json(body));
    }
}
