package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody saw costs less, or runs low. */
class BargainStoriesTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    private void sells(String product, double price, int units) {
        var answer = world.send(world.request("/v1/products/" + product)
                .header("Authorization", "Bearer sk_demo")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.print(new Tree()
                        .with("title", "Stoneware " + product)
                        .with("url", "https://alderandpine.example/" + product)
                        .with("currency", "USD")
                        .with("price", price)
                        .with("stock", units)
                        .toMap()))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static Map<String, Object> at(String product, double price) {
        return Map.of("product_id", product, "name", product, "price", price, "currency", "USD");
    }

    private Shopper looks(String name, String product, double price) {
        return new Shopper(world, name).identifies().track("Product Viewed", at(product, price));
    }

    private List<String> told(String flow) {
        return world.mailbox().stream()
                .filter(mail -> mail.tag("flow").equals(flow))
                .map(Mail::to)
                .toList();
    }

    @Test
    void who_saw_a_higher_price_hears_of_the_lower_one_and_what_they_saw() {
        sells("lamp", 60, 20);
        Shopper ada = looks("ada", "lamp", 60);
        world.advance(DAY);

        sells("lamp", 48, 20);
        assertThat(world.advance(Duration.ofMinutes(4))).isEmpty();
        world.advance(TEN_MINUTES);

        assertThat(told("price-drop")).containsExactly("ada@example.com");
        assertThat(ada.lastMail().text())
                .contains("When you last saw this it cost $60.00", "$48.00", "Lowest price in the 30 days before");
        world.advance(DAY);
        assertThat(told("price-drop")).hasSize(1);
    }

    @Test
    void a_small_step_is_no_news_and_a_second_one_only_against_what_they_saw_last() {
        sells("lamp", 60, 20);
        sells("pen", 2, 20);
        looks("ada", "lamp", 60).track("Product Viewed", at("pen", 2));

        sells("lamp", 55, 20);
        sells("pen", 1.5, 20);
        world.advance(TEN_MINUTES);
        assertThat(told("price-drop")).isEmpty();

        looks("bob", "lamp", 55);
        world.advance(TEN_MINUTES);
        sells("lamp", 53, 20);
        world.advance(TEN_MINUTES);

        assertThat(told("price-drop")).as("12 % below Ada's, 4 % below Bob's").containsExactly("ada@example.com");
    }

    @Test
    void a_price_that_was_mistyped_and_put_right_within_minutes_is_told_to_nobody() {
        sells("lamp", 60, 20);
        looks("ada", "lamp", 60);
        sells("lamp", 6, 20);
        world.advance(Duration.ofMinutes(2));
        sells("lamp", 60, 20);
        world.advance(DAY);

        assertThat(told("price-drop")).isEmpty();
    }

    @Test
    void who_bought_it_or_never_agreed_or_saw_it_too_long_ago_hears_nothing() {
        sells("lamp", 60, 20);
        new Shopper(world, "old").identifies().trackAt("2025-12-30T09:00:00Z", "Product Viewed", at("lamp", 60));
        looks("bob", "lamp", 60)
                .track(
                        "Order Completed",
                        Map.of("order_id", "o-1", "total", 60, "currency", "USD", "products", List.of(at("lamp", 60))));
        new Shopper(world, "eve").track("Product Viewed", at("lamp", 60));
        world.advance(DAY);

        sells("lamp", 30, 20);
        world.advance(TEN_MINUTES);

        assertThat(told("price-drop")).isEmpty();
    }

    @Test
    void waves_go_only_while_there_is_something_left() {
        sells("lamp", 60, 2);
        List.of("a", "b", "c", "d", "e", "f", "g").forEach(name -> looks(name, "lamp", 60));
        world.advance(TEN_MINUTES);

        sells("lamp", 40, 2);
        world.advance(TEN_MINUTES);
        assertThat(told("price-drop")).hasSize(6);

        sells("lamp", 40, 0);
        world.advance(DAY);
        assertThat(told("price-drop")).hasSize(6);
    }

    @Test
    void what_lies_in_a_cart_or_on_a_wish_list_runs_low_and_they_hear_it_once_a_month() {
        sells("lamp", 60, 9);
        new Shopper(world, "ada").identifies().track("Product Added to Wishlist", at("lamp", 60));
        looks("bob", "lamp", 60);
        new Shopper(world, "cem").identifies().track("Product Added", at("lamp", 60));
        new Shopper(world, "dora")
                .identifies()
                .track("Product Added to Wishlist", at("lamp", 60))
                .track("Product Removed from Wishlist", at("lamp", 60));
        world.advance(TEN_MINUTES);

        sells("lamp", 60, 3);
        world.advance(TEN_MINUTES);
        assertThat(told("low-stock")).containsExactlyInAnyOrder("ada@example.com", "cem@example.com");
        assertThat(new Shopper(world, "ada").lastMail().subject()).isEqualTo("There are only 3 left");

        sells("lamp", 60, 9);
        sells("lamp", 60, 2);
        world.advance(DAY);
        assertThat(told("low-stock")).hasSize(2);
    }

    @Test
    void only_a_few_left_is_not_said_when_there_are_more_again_at_sending() {
        sells("lamp", 60, 9);
        new Shopper(world, "ada").identifies().track("Product Added to Wishlist", at("lamp", 60));
        sells("lamp", 60, 3);
        // The wave decides while SES takes nothing.
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"throttle\",\"for\":\"PT30M\"}");
        world.advance(TEN_MINUTES);
        sells("lamp", 60, 50);
        world.advance(DAY);

        assertThat(told("low-stock")).isEmpty();
    }

    @Test
    void what_somebody_saw_is_forgotten_with_them() {
        sells("lamp", 60, 20);
        looks("ada", "lamp", 60);
        var answer = world.send(world.request("/v1/customers/user:ada")
                .header("Authorization", "Bearer sk_demo")
                .DELETE());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Remains.with(world, "#V#lamp")).isEmpty();

        sells("lamp", 30, 20);
        world.advance(DAY);

        assertThat(told("price-drop")).isEmpty();
    }
}
