package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.customer.Consent;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.PersonEvent;
import comeback.event.StoreEvent;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shop knew of its customers before. */
class ImportTest {
    private static final String ADA =
            "{\"type\":\"customer\",\"id\":\"ada\",\"email\":\"ada@example.com\",\"firstName\":\"Ada\","
                    + "\"acceptsMarketing\":true,\"consentedAt\":\"2024-05-01T10:00:00Z\"}";
    private static final String ORDER =
            "{\"type\":\"order\",\"id\":\"1001\",\"userId\":\"ada\",\"placedAt\":\"2024-05-02T10:00:00Z\",\"total\":18,"
                    + "\"currency\":\"USD\",\"products\":[{\"product_id\":\"mug\",\"name\":\"Mug\",\"price\":18}]}";

    private final World world = new World();

    private APIGatewayV2HTTPResponse imports(String... lines) {
        return world.post("/v1/import", String.join("\n", lines));
    }

    private static Fields body(APIGatewayV2HTTPResponse answer) {
        return Fields.of(Json.parseOwn(Objects.requireNonNull(answer.getBody())));
    }

    @Test
    void a_customer_and_an_order_are_known_as_history_from_when_they_happened() {
        var answer = imports(ADA, "", ORDER);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(body(answer).asMap())
                .containsEntry("lines", 2)
                .containsEntry("done", 2)
                .containsEntry("customers", 1)
                .containsEntry("orders", 1)
                .doesNotContainKeys("problems", "goOnWithLine");
        assertThat(world.events()).allMatch(StoreEvent::isHistory);
        StoreEvent ada = world.events().get(0);
        assertThat(ada.event()).isEqualTo(new PersonEvent.CustomerImported(false));
        assertThat(ada.refs()).contains(Ref.user("ada"));
        assertThat(ada.consent())
                .isEqualTo(
                        new Consent.Given(Instant.parse("2024-05-01T10:00:00Z"), "Import identify: acceptsMarketing"));
        assertThat(world.events().get(1).occurredAt()).isEqualTo(Instant.parse("2024-05-02T10:00:00Z"));
    }

    @Test
    void a_list_is_as_good_as_lines_and_the_same_again_is_nothing_new() {
        imports(ADA, ORDER);

        var answer = imports("[" + ADA + ",\n " + ORDER + "]");

        assertThat(body(answer).integer("done")).contains(2);
        assertThat(world.events()).hasSize(2);
    }

    @Test
    void a_line_that_is_wrong_is_named_with_its_number_and_the_others_are_kept() {
        var answer = imports(
                ADA,
                "{\"type\":\"customer\",\"id\":\"bob\",\"email\":\"bob\"}",
                "",
                "{\"type\":\"order\",\"userId\":\"ada\"",
                "{\"type\":\"order\",\"id\":\"7\",\"userId\":\"ada\"}",
                "{\"type\":\"horse\"}",
                "{\"type\":\"customer\",\"id\":\"eve\",\"acceptsMarketing\":true}",
                ORDER);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        List<Fields> problems = body(answer).objects("problems").orElseThrow();
        assertThat(problems.stream().map(problem -> problem.integer("line").orElseThrow()))
                .containsExactly(2, 4, 5, 6, 7);
        assertThat(problems.stream().map(problem -> problem.text("problem").orElseThrow()))
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo("email: not one plain e-mail address"),
                        text -> assertThat(text).startsWith("not valid JSON"),
                        text -> assertThat(text).startsWith("placedAt: required"),
                        text -> assertThat(text).startsWith("type: required: customer, order"),
                        text -> assertThat(text).startsWith("consentedAt: required"));
        assertThat(world.events()).hasSize(2);
    }

    @Test
    void where_every_line_is_wrong_no_repeat_can_mend_it() {
        assertThat(imports("{\"type\":\"horse\"}").getStatusCode()).isEqualTo(400);
        assertThat(imports("[{\"type\"").getBody()).contains("body: not valid JSON");
        String line = "{\"type\":\"horse\"}\n";
        assertThat(imports(line.repeat(1001)).getBody()).contains("1001 lines; at most 1000");
    }

    @ParameterizedTest
    @CsvSource({"cancelled,Order Cancelled", "Refunded,Order Refunded", "delivered,Order Delivered"})
    void an_order_that_ended_some_way_is_known_to_have(String status, String event) {
        imports(ORDER.replace("\"total\"", "\"status\":\"" + status + "\",\"total\""));

        assertThat(world.events().stream().map(StoreEvent::event).map(Event::name))
                .containsExactly("Order Completed", event);
        assertThat(world.events().get(1).event()).isInstanceOf(OrderEvent.class);
    }

    @Test
    void what_there_is_no_time_for_is_told_and_goes_on_from_there() {
        world.hasTimeFor(1);

        var answer = imports(ADA, "", ORDER);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(body(answer).asMap()).containsEntry("done", 1).containsEntry("goOnWithLine", 3);
        assertThat(world.events()).hasSize(1);
    }

    @Test
    void a_table_that_does_not_answer_has_all_of_it_sent_again_and_nothing_twice() {
        world.happenings().failNext(1);
        assertThat(imports(ADA, ORDER).getStatusCode()).isEqualTo(503);

        imports(ADA, ORDER);

        assertThat(world.events()).hasSize(2);
    }

    @Test
    void only_the_shops_own_server_imports() {
        assertThat(world.send(Post.to("/v1/import").key(Shops.PUBLIC_KEY).json(ADA))
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(world.send(Post.to("/v1/import").key("sk_forged").json(ADA)).getStatusCode())
                .isEqualTo(401);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void a_preview_keeps_nothing() {
        var answer = world.send(Post.to("/v1/import")
                .query("preview", "true")
                .key(Shops.SECRET_KEY)
                .json(String.join("\n", Collections.nCopies(2, ORDER)) + "\n" + ADA));

        assertThat(body(answer).objectOrEmpty("preview").asMap())
                .containsEntry("people", 1)
                .containsEntry("mayBeAdvertisedTo", 1);
        assertThat(world.events()).isEmpty();
    }
}
