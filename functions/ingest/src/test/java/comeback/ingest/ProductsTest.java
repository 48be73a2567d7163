package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.json.Fields;
import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop's servers tell of its goods. */
class ProductsTest {
    private static final String MUG = """
            {"title": "Stoneware mug", "url": "/mug", "image": "https://cdn.example/mug.jpg", "category": "Kitchen",
             "currency": "EUR", "asOf": "2026-03-01T00:00:00Z", "variants": [
               {"id": "mug-s", "sku": "MS", "title": "Small", "price": "18.00", "compareAtPrice": 22, "stock": 3},
               {"id": "mug-l", "title": "Large", "price": "24", "stock": "unlimited"}]}""";

    private final World world = new World();

    private APIGatewayV2HTTPResponse put(String path, String json) {
        return world.send(Post.with("PUT", path).key(Shops.SECRET_KEY).json(json));
    }

    private static Fields body(APIGatewayV2HTTPResponse answer) {
        return switch (Json.parse(answer.getBody().getBytes(StandardCharsets.UTF_8))) {
            case Json.Parsed.Value(var object) -> Fields.of(object);
            case Json.Parsed.Broken(var why) -> throw new AssertionError(why);
        };
    }

    private Fields get(String id) {
        return body(world.send(Post.with("GET", "/v1/products/" + id).key(Shops.SECRET_KEY)));
    }

    private Fields variant(int index) {
        return get("mug").objects("variants").orElseThrow().get(index);
    }

    @Test
    void a_product_is_told_and_read_back() {
        var answer = put("/v1/products/mug", MUG);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"success\":true,\"id\":\"mug\",\"kept\":true}");
        assertThat(get("mug").text("url")).contains("https://www.alderandpine.example/mug");
        assertThat(get("mug").texts("categories")).containsExactly("Kitchen");
        assertThat(variant(0).text("price")).contains("18.00");
        assertThat(variant(0).text("compareAtPrice")).contains("22.00");
        assertThat(variant(0).text("lowestPriceIn30Days")).contains("18.00");
        assertThat(variant(0).text("stock")).contains("3");
        assertThat(variant(1).text("stock")).contains("unlimited");
    }

    @Test
    void an_older_report_is_answered_with_what_is_known() {
        put("/v1/products/mug", MUG);

        var answer = put("/v1/products/mug", "{\"title\": \"Old mug\", \"asOf\": \"2026-02-01T00:00:00Z\"}");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(body(answer).text("because")).contains("something newer is known, as of 2026-03-01T00:00:00Z");
        assertThat(get("mug").text("title")).contains("Stoneware mug");
    }

    @Test
    void a_day_on_which_it_came_into_the_shop_that_is_no_time_or_far_ahead_is_refused() {
        for (String wrong : java.util.List.of("tomorrow", "2999-01-01T00:00:00Z")) {
            var answer = put("/v1/products/mug", "{\"title\": \"Mug\", \"onSaleSince\": \"" + wrong + "\"}");

            assertThat(answer.getStatusCode()).isEqualTo(400);
            assertThat(answer.getBody()).contains("onSaleSince");
        }
        assertThat(put("/v1/products/mug", "{\"title\": \"Mug\", \"onSaleSince\": \"2026-03-09T00:00:00Z\"}")
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_report_from_the_future_does_not_lock_the_product() {
        put("/v1/products/mug", "{\"title\": \"Mug\", \"asOf\": \"2999-01-01T00:00:00Z\"}");

        put("/v1/products/mug", "{\"title\": \"Better mug\"}");

        assertThat(get("mug").text("title")).contains("Better mug");
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdn.example/mug.svg, no SVG",
        "http://cdn.example/mug.jpg, https only",
        "https://cdn.example/mug.webp, JPEG or PNG",
        "javascript:alert(1), no address of a picture"
    })
    void a_picture_that_letters_cannot_show_is_refused_with_a_reason_and_the_product_works_without(
            String url, String reason) {
        var answer = put("/v1/products/mug", "{\"title\": \"Mug\", \"image\": \"" + url + "\"}");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(body(answer).truth("kept")).contains(true);
        assertThat(body(answer).texts("notes"))
                .singleElement()
                .asString()
                .startsWith("image: ")
                .contains(reason);
        assertThat(get("mug").text("title")).contains("Mug");
        assertThat(get("mug").text("image")).isEmpty();
    }

    @Test
    void beside_a_webp_the_jpg_is_taken() {
        put("/v1/products/mug", """
                {"title": "Mug", "images": ["https://cdn.example/mug.webp", "https://cdn.example/mug.jpg"]}""");

        assertThat(get("mug").text("image")).contains("https://cdn.example/mug.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}|title: required",
                "{\"title\": \"Mug\", \"price\": 3}|price: a price needs a currency",
                "{\"title\": \"Mug\", \"price\": \"cheap\", \"currency\": \"EUR\"}|price: expected a number",
                "{\"title\": \"Mug\", \"price\": -3, \"currency\": \"EUR\"}|price: less than nothing",
                "{\"title\": \"Mug\", \"price\": 3, \"currency\": \"EURO\"}|currency: expected an ISO 4217",
                "{\"title\": \"Mug\", \"stock\": 1.5}|stock: expected a whole number",
                "{\"title\": \"Mug\", \"stock\": \"plenty\"}|stock: expected a number",
                "{\"title\": \"Mug\", \"asOf\": \"yesterday\"}|asOf: expected an ISO 8601",
                "{\"title\": \"Mug\", \"variants\": [{\"title\": \"S\"}]}|variants[0].id: required",
                "{\"title\": \"Mug\", \"variants\": [{\"id\": \"s\"}, {\"id\": \"s\"}]}|variants[1].id: another"
            })
    void what_is_wrong_is_said_with_its_place_and_nothing_is_kept(String bodyAndProblem) {
        String[] parts = bodyAndProblem.split("\\|", 2);

        var answer = put("/v1/products/mug", parts[0]);

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(body(answer).texts("problems"))
                .anySatisfy(problem -> assertThat(problem).startsWith(parts[1]));
        assertThat(get("mug").text("error")).contains("this store has told of no such product");
    }

    @Test
    void of_many_products_a_bad_one_is_named_and_the_others_are_kept() {
        var answer = put("/v1/products", """
                {"products": [{"id": "a", "title": "A"}, {"id": "b"}, {"id": "c", "title": "C", "image": "x.svg"}]}""");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(body(answer).truth("success")).contains(false);
        var results = body(answer).objects("results").orElseThrow();
        assertThat(results)
                .extracting(result -> result.truth("kept").orElseThrow())
                .containsExactly(true, false, true);
        assertThat(results.get(1).texts("problems")).containsExactly("products[1].title: required");
        assertThat(results.get(2).texts("notes")).hasSize(1);
        assertThat(get("c").text("title")).contains("C");
    }

    @Test
    void many_products_of_which_none_is_right_or_too_many_are_refused() {
        String many = IntStream.range(0, ProductDesk.BATCH_MAX + 1)
                .mapToObj(number -> "{\"id\": \"p" + number + "\", \"title\": \"P\"}")
                .collect(Collectors.joining(","));

        assertThat(put("/v1/products", "{\"products\": [{\"id\": \"b\"}]}").getStatusCode())
                .isEqualTo(400);
        assertThat(put("/v1/products", "{\"products\": [" + many + "]}").getStatusCode())
                .isEqualTo(400);
        assertThat(put("/v1/products", "{}").getStatusCode()).isEqualTo(400);
    }

    @Test
    void a_count_of_one_variant_is_told_by_its_id_or_its_sku() {
        put("/v1/products/mug", MUG);

        var answer = put("/v1/stock", """
                {"items": [{"sku": "MS", "stock": 0}, {"variant": "mug-l", "stock": 7}, {"variant": "hat", "stock": 1}]}""");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(body(answer).objects("results").orElseThrow())
                .extracting(result -> result.truth("kept").orElseThrow())
                .containsExactly(true, true, false);
        assertThat(variant(0).text("stock")).contains("0");
        assertThat(variant(1).text("stock")).contains("7");
    }

    @Test
    void a_product_that_was_taken_away_is_no_longer_sold() {
        put("/v1/products/mug", MUG);

        var answer = world.send(Post.with("DELETE", "/v1/products/mug").key(Shops.SECRET_KEY));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(get("mug").truth("sold")).contains(false);
    }

    @Test
    void an_id_may_hold_a_slash_or_a_blank() {
        put("/v1/products/gid%3A%2F%2Fshop%2F7%20b", "{\"title\": \"Mug\"}");

        assertThat(get("gid://shop/7%20b").text("id")).contains("gid://shop/7 b");
    }

    @Test
    void only_a_secret_key_may_tell_or_ask() {
        put("/v1/products/mug", MUG);

        assertThat(world.send(Post.with("PUT", "/v1/products/mug")
                                .key(Shops.PUBLIC_KEY)
                                .json(MUG))
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(world.send(Post.with("GET", "/v1/products/mug").key(Shops.PUBLIC_KEY))
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(world.send(Post.with("GET", "/v1/products/mug").key("stranger"))
                        .getStatusCode())
                .isEqualTo(401);
        assertThat(world.send(Post.with("GET", "/v1/products/mug").key("sk_other"))
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void another_method_is_told_which_there_are() {
        var answer =
                world.send(Post.to("/v1/products/mug").key(Shops.SECRET_KEY).json(MUG));

        assertThat(answer.getStatusCode()).isEqualTo(405);
        assertThat(answer.getBody()).contains("GET, PUT, DELETE");
    }

    @Test
    void a_table_that_does_not_answer_makes_the_shop_repeat() {
        world.catalogue().failNext(1);

        assertThat(put("/v1/products/mug", MUG).getStatusCode()).isEqualTo(503);
        assertThat(put("/v1/products/mug", MUG).getStatusCode()).isEqualTo(200);
    }
}
