package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.Signed;
import comeback.local.TestWorld;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console's pages that are looked up by name, with the real functions. */
class LookupStoriesTest {
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");

    @Test
    void a_marketer_finds_a_product_that_is_sold_out_with_who_waits_for_it() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            var put = world.request("/v1/products/lamp")
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("""
                            {"title": "Oak lamp", "currency": "USD", "price": "129.00", "sku": "OL", "stock": 0}"""));
            Signed.basic("sk_demo").forEach(put::header);
            assertThat(world.send(put).statusCode()).isEqualTo(200);
            world.post("/v1/track", """
                    {"userId": "ada", "event": "Back In Stock Subscribed",
                     "properties": {"email": "ada@example.com", "product_id": "lamp", "variant_id": "OL"}}""");

            assertThat(world.get("/console/goods?id=OL").body()).contains("Oak lamp", "$129.00", "<td>1, since ");
            assertThat(world.get("/console/goods?id=nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_marketer_finds_a_coupon_and_who_got_it() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            world.post("/v1/track", """
                    {"userId": "kim", "event": "Signed Up",
                     "properties": {"email": "kim@example.com", "acceptsMarketing": true}}""");
            world.post("/v1/track", """
                    {"userId": "kim", "event": "Product Added",
                     "properties": {"product_id": "blanket", "name": "Wool blanket", "price": 120, "currency": "USD"}}""");
            world.advance(Duration.ofDays(5));
            String code = world.mailbox().stream()
                    .map(mail -> CODE.matcher(mail.text()))
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst()
                    .orElseThrow();

            assertThat(world.get("/console/coupons?id=" + code).body())
                    .contains(code, "Given to", "/console/customers?id=")
                    .doesNotContain("coupons.");
        }
    }
}
