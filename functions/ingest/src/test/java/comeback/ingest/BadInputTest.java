package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no repeat can mend is answered with 400, says what and where, and keeps nothing. */
class BadInputTest {
    private final World world = new World();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"u1\",",
                "not json",
                "",
                "[]",
                "\"text\"",
                "null",
                "{\"userId\":\"a\",\"userId\":\"b\"}",
                "{\"userId\":\"u1\"}}",
                "{\"n\":1e99999999999}",
            })
    void a_body_that_is_no_json_object_is_refused(String body) {
        assertThat(problems(world.post("/v1/track", body))).startsWith("[\"body: ");
    }

    @Test
    void broken_json_is_refused_with_its_line_and_column() {
        assertThat(problems(world.post("/v1/track", "{\"userId\":\"u1\",\n  \"event\" \"x\"}")))
                .contains("body: not valid JSON at line 2, column");
    }

    @Test
    void a_thousand_brackets_are_refused() {
        assertThat(problems(world.post("/v1/track", "{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}")))
                .contains("body: not valid JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"userId":{},"event":"x"}                                    | userId: expected text, found an object
                    {"userId":"u"}                                               | event: required: the event's name
                    {"userId":"u","event":"  "}                                  | event: required: the event's name
                    {"event":"x"}                                                | userId: required, or anonymousId, or an e-mail address
                    {"userId":" ","anonymousId":"","event":"x"}                  | userId: required, or anonymousId, or an e-mail address
                    {"userId":"u","event":"x","properties":"p"}                  | properties: expected an object, found text
                    {"userId":"u","event":"x","context":[]}                      | context: expected an object, found a list
                    {"userId":"u","event":"x","timestamp":"yesterday"}           | timestamp: expected an ISO 8601 time with an offset
                    {"userId":"u","event":"x","timestamp":"2026-03-02T09:00:00"} | timestamp: expected an ISO 8601 time with an offset
                    {"userId":"u","event":"x","timestamp":"+999999999-01-01T00:00:00Z"} | timestamp: expected a time between 1970 and 2200
                    {"userId":"u","event":"x","sentAt":"-999999999-01-01T00:00:00Z"} | sentAt: expected a time between 1970 and 2200
                    {"userId":1e999999999,"event":"x"}                           | userId: number out of range
                    {"userId":"u\\r\\nBcc: x","event":"x"}                       | userId: holds a control character
                    """)
    void a_message_with_a_mistake_is_refused_with_its_path(String body, String problem) {
        assertThat(problems(world.post("/v1/track", body))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Order Completed | {"total":5}                                               | properties.order_id: required
                    Order Completed | {"order_id":"  "}                                         | properties.order_id: required
                    Order Completed | {"order_id":["1"]}                                        | properties.order_id: expected text, found a list
                    Order Completed | {"order_id":"1","products":"mug"}                         | properties.products: expected a list, found text
                    Order Completed | {"order_id":"1","products":["mug"]}                       | properties.products[0]: expected an object, found text
                    Order Completed | {"order_id":"1","products":[null]}                        | properties.products[0]: expected an object, found null
                    Order Completed | {"order_id":"1","products":[{"name":"Mug"}]}              | properties.products[0].product_id: required
                    Order Completed | {"order_id":"1","products":[{"product_id":"m","price":"cheap"}]} | properties.products[0].price: expected a number, found text
                    Order Completed | {"order_id":"1","products":[{"product_id":"m","quantity":1.5}]} | properties.products[0].quantity: expected a whole number
                    Order Completed | {"order_id":"1","products":[{"product_id":"m","quantity":-1}]} | properties.products[0].quantity: expected a whole number from 0 to 9999
                    Order Completed | {"order_id":"1","total":{}}                               | properties.total: expected a number, found an object
                    Order Completed | {"order_id":"1","currency":"USD","total":1e14}            | properties.total: number out of range
                    Order Completed | {"order_id":"1","currency":"USD","total":1e400}           | properties.total: number out of range
                    Order Completed | {"order_id":"1","currency":"dollars"}                     | properties.currency: expected an ISO 4217 currency like USD
                    Order Completed | {"order_id":"1","email":"a@b.example\\r\\nBcc: c@d.example"} | properties.email: not one plain e-mail address
                    Order Completed | {"order_id":"1","email":"a@b.example, c@d.example"}       | properties.email: not one plain e-mail address
                    Order Completed | {"order_id":"1","shipping_address":7}                     | properties.shipping_address: expected an object, found a number
                    Order Shipped   | {"tracking_number":"1"}                                   | properties.order_id: required
                    Order Cancelled | {}                                                        | properties.order_id: required
                    Product Added   | {"name":"Mug"}                                            | properties.product_id: required
                    Product Added   | {"product_id":"m","quantity":0}                           | properties.quantity: expected a whole number from 1 to 9999
                    Cart Updated    | {}                                                        | properties.products: required: all that is in the cart
                    """)
    void a_known_event_with_a_mistake_is_refused_with_its_path(String event, String properties, String problem) {
        String body = "{\"userId\":\"u1\",\"event\":\"" + event + "\",\"properties\":" + properties + "}";

        assertThat(problems(world.post("/v1/track", body))).contains(problem);
    }

    @Test
    void an_address_with_a_line_break_in_the_traits_is_refused() {
        assertThat(problems(
                        world.post("/v1/identify", "{\"userId\":\"u1\",\"traits\":{\"email\":\"a@b.example\\n\"}}")))
                .isEqualTo("[\"traits.email: not one plain e-mail address\"]");
    }

    @Test
    void a_batch_with_mistakes_keeps_the_other_messages_and_says_which_are_lost() {
        var answer = world.post("/v1/batch", """
                {"batch":[{"type":"track","userId":"u1","event":"Signed Up"},{"type":"sing","userId":"u1"},\
                {"type":"track","event":"Signed Up"},7,{"type":"track","userId":"u1","event":"Order Delivered"},\
                {"userId":"u1"}]}""");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("\"success\":true,\"kept\":2")
                .contains("batch[2].userId: required")
                .contains("batch[3]: expected an object, found a number")
                .contains("batch[4].properties.order_id: required")
                .contains("batch[5].type: required: identify, track, page, screen, group or alias");
        assertThat(world.events())
                .extracting(event -> event.event().name())
                .as("a call that was invented after us is kept under its name")
                .containsExactly("Signed Up", "sing");
        assertThat(world.log().getFirst()).contains("\"events\":2").contains("\"problems\":4");
    }

    @Test
    void a_batch_in_which_every_message_is_wrong_is_refused() {
        assertThat(problems(world.post("/v1/batch", "{\"batch\":[{\"type\":\"track\",\"event\":\"Signed Up\"},7]}")))
                .contains("batch[0].userId: required")
                .contains("batch[1]: expected an object");
    }

    @Test
    void a_batch_that_does_not_know_when_it_was_sent_is_refused_whole() {
        assertThat(problems(world.post(
                        "/v1/batch", "{\"sentAt\":\"now\",\"batch\":[{\"type\":\"page\",\"userId\":\"u1\"}]}")))
                .contains("sentAt: expected an ISO 8601 time");
    }

    @Test
    void twenty_mistakes_are_listed_and_the_rest_are_counted() {
        var answer = world.post("/v1/batch", "{\"batch\":[" + "{},".repeat(24) + "{}]}");

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("batch[19].type")
                .doesNotContain("batch[20]")
                .contains("\"more\":5");
    }

    @Test
    void a_batch_that_is_no_list_or_not_there_is_refused() {
        assertThat(problems(world.post("/v1/batch", "{}"))).contains("batch: required: a list of messages");
        assertThat(problems(world.post("/v1/batch", "{\"batch\":{}}"))).contains("batch: expected a list");
    }

    @Test
    void a_batch_of_more_than_2500_messages_is_refused() {
        assertThat(problems(world.post("/v1/batch", "{\"batch\":[" + "{},".repeat(2500) + "{}]}")))
                .isEqualTo("[\"batch: 2501 messages; at most 2500\"]");
    }

    @Test
    void a_message_of_more_than_32_kilobytes_is_refused() {
        String large = "{\"type\":\"track\",\"userId\":\"u1\",\"event\":\"x\",\"properties\":{\"note\":\""
                + "n".repeat(33_000) + "\"}}";

        assertThat(world.post("/v1/batch", "{\"batch\":[{\"type\":\"page\",\"userId\":\"u1\"}," + large + "]}")
                        .getBody())
                .contains("batch[1]: ")
                .contains(" bytes; at most 32768");
        assertThat(world.only().event().name()).isEqualTo("page");
        assertThat(world.post("/v1/track", large).getBody()).contains("body: ").contains("at most 32768");
        assertThat(world.events()).hasSize(1);
    }

    @Test
    void a_message_id_of_more_than_100_characters_is_refused() {
        String body = "{\"userId\":\"u1\",\"event\":\"x\",\"messageId\":\"" + "m".repeat(101) + "\"}";

        assertThat(problems(world.post("/v1/track", body))).contains("messageId: 101 characters; at most 100");
    }

    @Test
    void an_event_of_an_unknown_name_is_kept_and_does_nothing() {
        var answer = world.post(
                "/v1/track", "{\"userId\":\"u1\",\"event\":\"Wheel Spun\",\"properties\":{\"total\":\"x\"}}");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(world.only().event()).isEqualTo(new Event.Unrecognised("Wheel Spun"));
    }

    @Test
    void null_is_the_same_as_not_there() {
        var answer = world.post("/v1/track", """
                {"userId":"u1","anonymousId":null,"messageId":null,"timestamp":null,"sentAt":null,"context":null,"traits":null,\
                "event":"Order Completed","properties":{"order_id":"1","products":null,"total":null,"currency":null,\
                "email":null,"coupon":null,"shipping_address":null,"payment_status":null}}""");

        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    }

    @Test
    void an_empty_batch_is_nothing_and_fine() {
        assertThat(world.post("/v1/batch", "{\"batch\":[]}").getStatusCode()).isEqualTo(200);
    }

    @Test
    void markup_in_a_product_name_is_taken_as_it_is_because_letters_escape_it() {
        var event = world.track(
                "{\"userId\":\"u1\",\"event\":\"Product Added\",\"properties\":{\"product_id\":\"m\",\"name\":\"<b>Mug</b>\"}}");

        assertThat(((Event.ProductAdded) event.event()).line().title()).isEqualTo("<b>Mug</b>");
    }

    /** The list of problems of a refusal, after which nothing may have been kept. */
    private String problems(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(400);
        assertThat(world.events()).isEmpty();
        assertThat(world.happenings().calls()).isZero();
        String body = answer.getBody();
        return body.substring(body.indexOf('['), body.lastIndexOf(']') + 1);
    }
}
