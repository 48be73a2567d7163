package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.customer.Consent;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.store.KeyClass;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests made as Klaviyo's clients make them, and the answers these expect. */
class KlaviyoTest {
    private static final String KIM = """
            {"data":{"type":"profile","attributes":{"email":"kim@shopper.example","external_id":"u1","first_name":"Kim",\
            "locale":"ko-KR","location":{"timezone":"Asia/Seoul","city":"Seoul"},"properties":{"level":3}}}}""";

    private static final String ITEM = """
            {"ProductID":"mug-1","SKU":"MUG-SAND","ProductName":"Stoneware mug","Quantity":2,"ItemPrice":18.0,"RowTotal":36.0,\
            "ProductURL":"https://www.alderandpine.example/mug","ImageURL":"https://cdn.example/mug.jpg"}""";

    private final World world = new World();

    @Test
    void a_placed_order_is_an_order_with_its_lines_total_and_addresses() {
        var answer = event("Placed Order", """
                {"OrderId":"1001","Items":[%s],"DiscountCode":"WARM","DiscountValue":"3.00","CheckoutId":"k1",\
                "ShippingAddress":{"FirstName":"Kim","LastName":"Minsu","Address1":"Mapo-daero 1","City":"Seoul","Zip":"04168",\
                "CountryCode":"KR"}}""".formatted(ITEM), "\"value\":33.0,\"value_currency\":\"USD\",");

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getBody()).isEmpty();
        var completed = (Event.OrderCompleted) world.only().event();
        assertThat(completed.order().id().value()).isEqualTo("1001");
        assertThat(completed.order().lines().getFirst().title()).isEqualTo("Stoneware mug");
        assertThat(completed.order().lines().getFirst().quantity()).isEqualTo(2);
        assertThat(completed.order().amounts().total())
                .map(money -> money.minor())
                .contains(3300L);
        assertThat(completed.order().shippingAddress().orElseThrow().lines()).contains("Kim Minsu");
        assertThat(completed.cartTokens()).contains("checkout:k1");
        assertThat(world.only().refs()).extracting(Ref::kind).containsExactly(Ref.Kind.USER, Ref.Kind.EMAIL);
        assertThat(world.only().emailIsTheirs()).isTrue();
        assertThat(world.only().profile().firstName()).contains("Kim");
        assertThat(world.only().profile().zone()).map(Object::toString).contains("Asia/Seoul");
        assertThat(world.only().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(world.only().source()).isEqualTo("Klaviyo API");
    }

    @Test
    void what_is_added_to_a_cart_comes_alone_or_with_the_whole_cart() {
        event("Added to Cart", """
                {"AddedItemProductID":"mug-1","AddedItemProductName":"Stoneware mug","AddedItemPrice":"18","AddedItemQuantity":1}""", "");
        assertThat(((Event.ProductAdded) world.only().event()).line().title()).isEqualTo("Stoneware mug");

        var other = new World();
        other.send(api("/api/events")
                .json(body("Added to Cart", "{\"AddedItemProductID\":\"x\",\"Items\":[%s]}".formatted(ITEM), "")));
        assertThat(((Event.CartUpdated) other.only().event()).lines()).hasSize(1);
    }

    @Test
    void a_started_checkout_has_its_cart_and_the_way_back() {
        event("Started Checkout", """
                {"CheckoutURL":"https://www.alderandpine.example/checkout/1","Items":[%s]}""".formatted(ITEM), "");

        var started = (Event.CheckoutStarted) world.only().event();
        assertThat(started.lines().orElseThrow()).hasSize(1);
        assertThat(started.cart().url()).contains("https://www.alderandpine.example/checkout/1");
    }

    @ParameterizedTest
    @CsvSource({"Fulfilled Order,Order Shipped", "Cancelled Order,Order Cancelled", "Ordered Product,Ordered Product"})
    void the_other_metrics_of_a_shop_are_known_or_kept(String metric, String name) {
        event(metric, "{\"OrderId\":\"1001\",\"Items\":[%s]}".formatted(ITEM), "");

        assertThat(world.only().event().name()).isEqualTo(name);
    }

    @Test
    void the_same_unique_id_is_the_same_event_for_the_same_metric_only() {
        event("Placed Order", "{\"OrderId\":\"1\"}", "\"unique_id\":\"1\",");
        event("Placed Order", "{\"OrderId\":\"1\"}", "\"unique_id\":\"1\",");
        event("Fulfilled Order", "{\"OrderId\":\"1\"}", "\"unique_id\":\"1\",");

        assertThat(world.events()).hasSize(2);
    }

    @Test
    void what_is_backfilled_starts_nothing() {
        event("Placed Order", "{\"OrderId\":\"1\"}", "\"backfill\":true,");

        assertThat(world.only().isHistory()).isTrue();
    }

    @Test
    void events_in_bulk_are_grouped_by_profile_and_a_bad_one_does_not_spoil_the_others() {
        var answer = world.send(api("/api/event-bulk-create-jobs").json("""
                {"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[{"type":"event-bulk-create",\
                "attributes":{"profile":%s,"events":{"data":[\
                {"type":"event","attributes":{"properties":{"OrderId":"1"},"metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}}}},\
                {"type":"event","attributes":{"properties":{},"metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}}}}\
                ]}}}]}}}}""".formatted(KIM)));

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getBody())
                .contains("events-bulk-create.data[0].attributes.events.data[1]")
                .contains("OrderId: required");
        assertThat(world.only().event()).isInstanceOf(Event.OrderCompleted.class);
    }

    @Test
    void a_profile_comes_back_under_the_id_by_which_we_may_be_asked() {
        var answer = world.send(api("/api/profile-import").json(KIM));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/vnd.api+json");
        assertThat(answer.getBody())
                .matches(".*\"type\":\"profile\",\"id\":\"[a-z2-7]{26}\".*")
                .contains("\"email\":\"kim@shopper.example\"")
                .contains("\"external_id\":\"u1\"");
        assertThat(world.only().event()).isInstanceOf(Event.CustomerUpdated.class);
        assertThat(world.only().consent()).isInstanceOf(Consent.Unknown.class);
        assertThat(world.send(api("/api/profiles").json(KIM)).getStatusCode()).isEqualTo(201);
    }

    @Test
    void a_subscription_is_consent_at_the_time_it_was_given() {
        var answer = subscribe("""
                "subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2025-12-24T12:00:00Z"}}}""", "\"historical_import\":true,");

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getBody()).isEmpty();
        assertThat(world.only().consent())
                .isEqualTo(new Consent.Given(Instant.parse("2025-12-24T12:00:00Z"), "Klaviyo identify: subscribed"));
        assertThat(world.only().isHistory()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"first_name\":\"Kim\"", "\"subscriptions\":{\"email\":[\"MARKETING\"]}"})
    void who_names_no_channel_or_speaks_an_older_revision_subscribes_to_mail(String attributes) {
        subscribe(attributes, "");

        assertThat(world.only().consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void a_subscription_to_text_messages_is_none_to_mail() {
        subscribe("\"subscriptions\":{\"sms\":{\"marketing\":{\"consent\":\"SUBSCRIBED\"}}}", "");

        assertThat(world.only().consent()).isInstanceOf(Consent.Unknown.class);
    }

    @Test
    void an_unsubscription_withdraws_consent() {
        world.send(api("/api/profile-subscription-bulk-delete-jobs").json("""
                {"data":{"type":"profile-subscription-bulk-delete-job","attributes":{"profiles":{"data":[{"type":"profile",\
                "attributes":{"email":"kim@shopper.example","subscriptions":{"email":{"marketing":{"consent":"UNSUBSCRIBED"}}}}}]}}}}"""));

        assertThat(world.only().event()).isInstanceOf(Event.Unsubscribed.class);
        assertThat(world.only().consent()).isInstanceOf(Consent.Withdrawn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/back-in-stock-subscriptions", "/client/back-in-stock-subscriptions"})
    void a_stock_request_names_the_variant(String path) {
        var answer = world.send(api(path).json("""
                {"data":{"type":"back-in-stock-subscription","attributes":{"channels":["EMAIL"],"profile":%s},\
                "relationships":{"variant":{"data":{"type":"catalog-variant","id":"$custom:::$default:::MUG-SAND"}}}}}""".formatted(KIM)));

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(world.only().event().name()).isEqualTo("Back In Stock Subscribed");
        assertThat(world.only().event().toString()).contains("MUG-SAND").doesNotContain(":::");
    }

    @Test
    void a_browser_says_the_public_key_in_the_address() {
        var answer = world.send(Post.to("/client/events")
                .query("company_id", Shops.PUBLIC_KEY)
                .json(body("Started Checkout", "{\"Items\":[%s]}".formatted(ITEM), "")));

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getHeaders()).containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(world.only().keyClass()).isEqualTo(KeyClass.PUBLIC);

        world.send(Post.to("/client/subscriptions")
                .query("company_id", Shops.PUBLIC_KEY)
                .json("""
                {"data":{"type":"subscription","attributes":{"custom_source":"Footer","profile":%s},\
                "relationships":{"list":{"data":{"type":"list","id":"L"}}}}}""".formatted(KIM)));
        assertThat(world.events()).hasSize(2);
        assertThat(world.events().getLast().consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void mistakes_come_back_as_errors_with_pointers() {
        var answer = world.send(
                api("/api/events").json(body("Placed Order", "{\"Items\":[{\"ItemPrice\":\"cheap\"}]}", "")));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/vnd.api+json");
        assertThat(answer.getBody())
                .contains("\"pointer\":\"/data/attributes/properties/OrderId\"")
                .contains("\"pointer\":\"/data/attributes/properties/Items/0/ItemPrice\"")
                .contains("expected a number, found text");
        assertThat(world.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /api/events | {}                                                    | data: required
                    /api/events | {"data":[]}                                           | data: expected an object, found a list
                    /api/events | {"data":{"attributes":{}}}                            | data.attributes.metric.data.attributes.name: required
                    /api/event-bulk-create-jobs | {"data":{"attributes":{}}}            | events_bulk_create.data: required: a list of profiles
                    /api/profile-import | {"data":{"attributes":{"first_name":"Kim"}}}  | data.attributes.userId: required
                    /api/profile-import | {"data":{"attributes":{"email":"nobody"}}}    | data.attributes.email: not one plain e-mail address
                    /api/profile-subscription-bulk-create-jobs | {"data":{}}            | data.attributes.profiles.data: required
                    /api/back-in-stock-subscriptions | {"data":{"attributes":{}}}       | data.relationships.variant.data.id: required
                    """)
    void what_cannot_be_used_is_refused_with_its_place(String path, String body, String problem) {
        var answer = world.send(api(path).json(body));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains(problem);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void an_unknown_key_is_told_in_the_same_form_and_a_table_that_is_down_is_no_stranger() {
        var stranger = world.send(Post.to("/api/events")
                .header("authorization", "Klaviyo-API-Key who")
                .json("{}"));
        assertThat(stranger.getStatusCode()).isEqualTo(401);
        assertThat(stranger.getBody()).startsWith("{\"errors\":[{\"status\":401");

        world.stores().goDown();
        var down = world.send(api("/api/events").json(KIM));
        assertThat(down.getStatusCode()).isEqualTo(503);
        assertThat(down.getHeaders())
                .containsEntry("Retry-After", "1")
                .containsEntry("Content-Type", "application/vnd.api+json");
        assertThat(down.getBody()).startsWith("{\"errors\":[{\"status\":503");
    }

    private APIGatewayV2HTTPResponse subscribe(String attributes, String job) {
        return world.send(api("/api/profile-subscription-bulk-create-jobs").json("""
                {"data":{"type":"profile-subscription-bulk-create-job","attributes":{%s"custom_source":"Footer","profiles":{"data":[\
                {"type":"profile","attributes":{"email":"kim@shopper.example",%s}}]}}}}""".formatted(job, attributes)));
    }

    private APIGatewayV2HTTPResponse event(String metric, String properties, String more) {
        return world.send(api("/api/events").json(body(metric, properties, more)));
    }

    private static String body(String metric, String properties, String more) {
        return """
                {"data":{"type":"event","attributes":{%s"properties":%s,"time":"2026-03-02T08:00:00Z",\
                "metric":{"data":{"type":"metric","attributes":{"name":"%s"}}},"profile":%s}}}""".formatted(more, properties, metric, KIM);
    }

    private static Post api(String path) {
        return Post.to(path)
                .header("authorization", "Klaviyo-API-Key " + Shops.SECRET_KEY)
                .header("revision", "2026-07-15")
                .header("content-type", "application/json");
    }
}
