package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.BestCustomers;
import comeback.store.FirstInLine;
import comeback.store.Store;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stories 5 and 6 of the product's page, and what belongs to them. */
class StockStoriesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z", List.of(withGoldFirst()));

    private static Store withGoldFirst() {
        Store demo = StoresFile.demo().getFirst();
        return new Store(
                demo.id(),
                demo.brand(),
                demo.sender(),
                demo.locale(),
                demo.locales(),
                demo.zone(),
                demo.keys(),
                demo.linkSecret(),
                demo.flowsOff(),
                demo.policy()
                        .with(new FirstInLine(Set.of("gold"), Optional.of(new BestCustomers(2, Optional.empty())))));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private final Map<String, Shopper> shoppers = new HashMap<>();

    private void sells(String product, int units) {
        put(
                "/v1/products/" + product,
                Map.of(
                        "title", "Stoneware " + product,
                        "url", "https://alderandpine.example/" + product,
                        "image", "https://alderandpine.example/" + product + ".jpg",
                        "currency", "USD",
                        "variants",
                                List.of(Map.of("id", product + "-s", "title", "Small", "price", 18, "stock", units))));
    }

    private void counts(String product, int units) {
        put("/v1/stock", Map.of("items", List.of(Map.of("variant", product + "-s", "stock", units))));
    }

    private void put(String path, Map<String, Object> body) {
        var answer = world.send(world.request(path)
                .header("Authorization", "Bearer sk_demo")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.print(body))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Shopper asks(String name, String product) {
        return shoppers.computeIfAbsent(name, each -> new Shopper(world, each).signsUp())
                .track(
                        "Back In Stock Subscribed",
                        Map.of("product_id", product, "variant_id", product + "-s", "name", "Mug"));
    }

    private List<Mail> news() {
        return world.mailbox().stream()
                .filter(mail -> mail.tag("flow").equals("back-in-stock"))
                .toList();
    }

    private List<String> newsFor() {
        return news().stream().map(Mail::to).toList();
    }

    @Test
    void who_asks_hears_that_we_will_tell_and_then_that_it_is_back() {
        sells("mug", 0);
        Shopper ada = asks("ada", "mug");
        assertThat(ada.mails()).endsWith("stock-request/we-will-tell-you");

        counts("mug", 1);
        assertThat(world.advance(Duration.ofMinutes(4))).isEmpty();
        world.advance(Duration.ofMinutes(2));

        assertThat(ada.mails()).endsWith("back-in-stock/it-is-back");
        assertThat(ada.lastMail().text()).contains("Stoneware mug", "Small", "$18.00");
        assertThat(world.advance(Duration.ofDays(2)))
                .extracting(mail -> mail.tag("flow"))
                .doesNotContain("back-in-stock");
    }

    @Test
    void story_5_waves_keep_the_ratio_and_when_stock_ends_in_the_middle_the_rest_keep_waiting() {
        sells("mug", 0);
        IntStream.range(0, 30).forEach(person -> {
            asks("p" + person, "mug");
            world.advance(Duration.ofSeconds(1));
        });

        counts("mug", 4);
        world.advance(TEN_MINUTES);
        assertThat(newsFor()).containsExactlyElementsOf(people(0, 12));

        counts("mug", 2);
        world.advance(HOUR);
        assertThat(newsFor()).containsExactlyElementsOf(people(0, 18));

        counts("mug", 0);
        world.advance(Duration.ofDays(3));
        assertThat(news()).hasSize(18);

        counts("mug", 100);
        world.advance(TEN_MINUTES);
        assertThat(newsFor()).containsExactlyElementsOf(people(0, 30));
    }

    private static List<String> people(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(person -> "p" + person + "@example.com")
                .toList();
    }

    @Test
    void who_was_in_hand_when_it_sold_out_at_sending_waits_on_at_their_place() {
        sells("mug", 0);
        asks("ada", "mug");
        asks("bob", "mug");
        counts("mug", 1);
        // The wave decides while SES takes nothing; before it takes mail again the piece is sold.
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"throttle\",\"for\":\"PT30M\"}");
        world.advance(TEN_MINUTES);
        counts("mug", 0);
        world.advance(HOUR);
        assertThat(news()).isEmpty();

        counts("mug", 2);
        world.advance(Duration.ofDays(1));

        assertThat(newsFor()).containsExactlyInAnyOrder("ada@example.com", "bob@example.com");
    }

    @Test
    void story_6_stock_that_flickers_is_one_mail_at_most() {
        sells("mug", 0);
        asks("ada", "mug");
        for (int flicker = 0; flicker < 20; flicker++) {
            counts("mug", 1);
            world.advance(Duration.ofSeconds(2));
            counts("mug", 0);
            world.advance(Duration.ofSeconds(1));
        }
        world.advance(HOUR);
        assertThat(news()).isEmpty();

        counts("mug", 1);
        world.advance(Duration.ofSeconds(2));
        counts("mug", 0);
        world.advance(Duration.ofSeconds(2));
        counts("mug", 1);
        world.advance(Duration.ofDays(1));
        counts("mug", 0);
        counts("mug", 1);
        world.advance(Duration.ofDays(1));

        assertThat(news()).hasSize(1);
    }

    @Test
    void a_request_that_is_reported_again_hours_after_the_letter_is_no_new_one() {
        for (String product : List.of("mug", "lamp")) {
            sells(product, 0);
        }
        Map<String, Object> withTime = request("ada", "mug", Map.of("timestamp", "2026-03-02T09:00:00Z"));
        Map<String, Object> without = request("ada", "lamp", Map.of());
        reports(withTime, without);
        counts("mug", 1);
        counts("lamp", 1);
        world.advance(Duration.ofDays(2));
        assertThat(news()).as("one today, and one tomorrow").hasSize(2);

        reports(withTime, without);
        world.advance(Duration.ofDays(3));
        counts("mug", 0);
        counts("lamp", 0);
        reports(withTime, without);
        counts("mug", 3);
        counts("lamp", 3);
        world.advance(Duration.ofDays(3));
        assertThat(news()).hasSize(2);

        asks("ada", "mug");
        world.advance(Duration.ofDays(1));
        assertThat(news()).as("asked anew").hasSize(3);
    }

    private static Map<String, Object> request(String name, String product, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.putAll(Map.of(
                "messageId",
                name + "-asks-" + product,
                "userId",
                name,
                "event",
                "Back In Stock Subscribed",
                "properties",
                Map.of(
                        "product_id",
                        product,
                        "variant_id",
                        product + "-s",
                        "name",
                        "Mug",
                        "email",
                        name + "@example.com")));
        return request;
    }

    @SafeVarargs
    private void reports(Map<String, Object>... requests) {
        for (Map<String, Object> request : requests) {
            assertThat(world.post("/v1/track", Json.print(request)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void who_took_a_request_back_is_not_put_on_the_list_by_its_late_repeat() {
        sells("mug", 0);
        Map<String, Object> asked = request("ada", "mug", Map.of());
        reports(asked);
        new Shopper(world, "ada")
                .track("Back In Stock Unsubscribed", Map.of("product_id", "mug", "variant_id", "mug-s", "name", "Mug"));
        reports(asked);

        counts("mug", 5);
        world.advance(HOUR);

        assertThat(news()).isEmpty();
    }

    @Test
    void whom_the_shop_puts_first_hears_before_those_who_asked_earlier() {
        sells("mug", 0);
        for (String name : List.of("a", "b", "c", "d")) {
            asks(name, "mug");
            world.advance(Duration.ofSeconds(1));
        }
        Shopper vip = new Shopper(world, "vip").identifies(Map.of("tier", "gold"));
        vip.track("Back In Stock Subscribed", Map.of("product_id", "mug", "variant_id", "mug-s", "name", "Mug"));

        counts("mug", 1);
        world.advance(TEN_MINUTES);

        assertThat(newsFor()).containsExactlyInAnyOrder("vip@example.com", "a@example.com", "b@example.com");
    }

    @Test
    void who_buys_again_and_again_hears_before_those_who_asked_earlier() {
        sells("mug", 0);
        for (String name : List.of("a", "b", "c", "d")) {
            asks(name, "mug");
            world.advance(Duration.ofSeconds(1));
        }
        Shopper best =
                new Shopper(world, "best").identifies().pays("1001", "c-1").pays("1002", "c-2");
        best.track("Back In Stock Subscribed", Map.of("product_id", "mug", "variant_id", "mug-s", "name", "Mug"));

        counts("mug", 1);
        world.advance(TEN_MINUTES);

        assertThat(newsFor()).containsExactlyInAnyOrder("best@example.com", "a@example.com", "b@example.com");
    }

    @Test
    void what_comes_back_within_a_day_of_such_a_letter_is_told_in_one() {
        for (String product : List.of("mug", "lamp", "bag")) {
            sells(product, 0);
        }
        asks("ada", "mug");
        asks("ada", "lamp");
        asks("ada", "bag");
        counts("mug", 1);
        world.advance(TEN_MINUTES);
        assertThat(news()).hasSize(1);

        counts("lamp", 1);
        world.advance(HOUR);
        counts("bag", 1);
        world.advance(HOUR);
        assertThat(news()).hasSize(1);
        world.advance(Duration.ofHours(23));

        assertThat(news()).hasSize(2);
        assertThat(news().getLast().text())
                .contains("Stoneware lamp", "Stoneware bag")
                .doesNotContain("Stoneware mug");
    }

    @Test
    void before_ninety_days_are_over_they_are_asked_and_who_says_yes_keeps_their_place() {
        sells("mug", 0);
        sells("lamp", 0);
        Shopper ada = asks("ada", "mug");
        Shopper bob = asks("bob", "mug");
        asks("eve", "lamp");
        counts("lamp", 1);
        world.advance(Duration.ofDays(84));
        assertThat(asked()).containsExactlyInAnyOrder("ada@example.com", "bob@example.com");
        assertThat(lastAsked(ada).text()).contains("Shall we keep your place?");

        var pressed = world.send(world.request(confirmation(lastAsked(ada)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=confirm")));
        assertThat(pressed.statusCode()).isEqualTo(200);
        world.advance(Duration.ofDays(7));
        counts("mug", 5);
        world.advance(TEN_MINUTES);

        assertThat(newsFor()).containsExactly("eve@example.com", "ada@example.com");
        assertThat(bob.mails()).doesNotContain("back-in-stock/it-is-back");
    }

    private List<String> asked() {
        return world.mailbox().stream()
                .filter(mail -> mail.tag("message").equals("do-you-still-want-it"))
                .map(Mail::to)
                .toList();
    }

    private Mail lastAsked(Shopper shopper) {
        return world.mailbox().stream()
                .filter(mail ->
                        mail.to().equals(shopper.email()) && mail.tag("message").equals("do-you-still-want-it"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_wants_it_no_more_hears_nothing() {
        sells("mug", 0);
        asks("ada", "mug")
                .track("Back In Stock Unsubscribed", Map.of("product_id", "mug", "variant_id", "mug-s", "name", "Mug"));

        counts("mug", 5);
        world.advance(HOUR);

        assertThat(news()).isEmpty();
    }

    @Test
    void who_asks_in_a_browser_is_asked_by_mail_first_and_hears_only_once_they_said_yes() {
        sells("mug", 0);
        asksInABrowser("eve", "mug");
        asksInABrowser("bob", "mug");
        var asked = world.mailbox().stream()
                .filter(mail -> mail.tag("flow").equals("stock-check"))
                .toList();
        assertThat(asked).extracting(Mail::to).containsExactly("eve@example.com", "bob@example.com");
        assertThat(asked.getFirst().text()).doesNotContain("Mug");
        String link = confirmation(asked.getFirst());
        assertThat(world.get(link).statusCode()).isEqualTo(200);
        assertThat(world.get(confirmation(asked.getLast())).statusCode()).isEqualTo(200);

        var pressed = world.send(world.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=confirm")));

        assertThat(pressed.statusCode()).isEqualTo(200);
        counts("mug", 5);
        world.advance(TEN_MINUTES);
        assertThat(newsFor()).containsExactly("eve@example.com");
    }

    @Test
    void nobody_can_be_made_to_be_asked_more_than_three_times_a_day() {
        for (String product : List.of("a", "b", "c", "d", "e", "a")) {
            asksInABrowser("eve", product);
            world.advance(Duration.ofMinutes(1));
        }

        assertThat(world.mailbox()).hasSize(3);
        world.advance(Duration.ofDays(1));
        asksInABrowser("eve", "d");
        assertThat(world.mailbox()).hasSize(4);
    }

    private static String confirmation(Mail mail) {
        var link = java.util.regex.Pattern.compile("/u/b\\.[A-Za-z0-9._-]+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private void asksInABrowser(String name, String product) {
        var answer = world.send(world.request("/v1/track")
                .header("Authorization", "Bearer pk_demo")
                .POST(BodyPublishers.ofString(Json.print(Map.of(
                        "anonymousId",
                        name,
                        "event",
                        "Back In Stock Subscribed",
                        "timestamp",
                        world.now().toString(),
                        "properties",
                        Map.of(
                                "product_id",
                                product,
                                "variant_id",
                                product + "-s",
                                "name",
                                "Mug",
                                "email",
                                name + "@example.com"))))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_wave_whose_alarm_was_lost_is_found_by_the_sweeper() {
        sells("mug", 0);
        asks("ada", "mug");
        world.post("/local/faults", "{\"service\":\"scheduler\",\"kind\":\"error\",\"for\":\"PT1M\"}");
        var answer = world.send(world.request("/v1/stock")
                .header("Authorization", "Bearer sk_demo")
                .PUT(BodyPublishers.ofString("{\"items\":[{\"variant\":\"mug-s\",\"stock\":1}]}")));
        assertThat(answer.statusCode()).isEqualTo(503);

        world.advance(Duration.ofMinutes(20));

        assertThat(news()).hasSize(1);
    }
}
