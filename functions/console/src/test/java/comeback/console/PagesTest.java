package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.flow.Flow;
import comeback.flowfile.FlowFiles;
import comeback.render.SampleMessage;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console's pages, for whoever has a key, in each language. */
class PagesTest {
    private final World world = new World();

    @BeforeEach
    void a_letter_brought_an_order() {
        var day = World.today(world.now());
        count("a", new Row(day, "cart", "need-help", ""), Map.of("sent", 1200L, "delivered", 1190L, "clicked", 90L));
        count(
                "b",
                new Row(day, "cart", "need-help", ""),
                Map.of("orders", 9L, "revenue:USD", 123450L, "skipped:cap", 4L));
        count("c", Row.ofShop(day), Map.of("orders", 30L, "revenue:USD", 500000L));
    }

    private void count(String id, Row row, Map<String, Long> counts) {
        Counted seen = Counted.never(new Subject(World.SHOP.id(), Kind.MESSAGE, id));
        Tally tally = new Tally(new TreeMap<>(Map.of(row, new Counts(new TreeMap<>(counts)))));
        world.tallies().count(List.of(new Change(seen, tally, Optional.empty())));
    }

    private APIGatewayV2HTTPResponse page(String path, Map<String, String> query) {
        return world.page("sk_demo", path, query);
    }

    @Test
    void money_stands_on_the_overview_as_each_language_writes_it() {
        for (String language : List.of("en", "ko", "tr")) {
            var page = page("/console", Map.of("lang", language));

            assertThat(page.getStatusCode()).isEqualTo(200);
            assertThat(page.getBody())
                    .startsWith("<!doctype html>\n<html lang=\"" + language + "\">")
                    .contains(language.equals("tr") ? "1.234,50" : "1,234.50", "cart")
                    .doesNotContain("<script", "{}", "null");
        }
    }

    @Test
    void a_flow_is_drawn_from_its_file_with_its_numbers_and_what_was_not_sent() {
        String cart = page("/console/flows/cart", Map.of()).getBody();

        assertThat(cart)
                .contains("<svg", "sends need-help", "1,200", "<span>Had enough mail lately</span><b>4</b>", "7.6%");
        assertThat(page("/console/flows/nowhere", Map.of()).getStatusCode()).isEqualTo(404);
        for (String flow : List.of("welcome", "win-back", "thank-you", "second-purchase", "sunset", "stock-request")) {
            assertThat(page("/console/flows/" + flow, Map.of()).getStatusCode())
                    .as(flow)
                    .isEqualTo(200);
        }
    }

    @Test
    void every_letter_of_a_flow_is_shown_as_it_looks_in_the_stores_own_brand() {
        var page = page("/console/flows/cart", Map.of("lang", "ko"));
        var letter = page("/console/flows/cart/letters/your-things", Map.of("lang", "ko"));

        assertThat(page.getBody())
                .contains("<iframe sandbox", "/console/flows/cart/letters/need-help?lang=ko&amp;in=ko");
        assertThat(page.getHeaders().get("Content-Security-Policy")).contains("frame-src 'self'");
        assertThat(letter.getStatusCode()).isEqualTo(200);
        assertThat(letter.getBody())
                .contains(
                        "lang=\"ko\"",
                        World.SHOP.brand().name().replace("&", "&amp;"),
                        "data:image/png;base64,",
                        "도자기 머그")
                .doesNotContain("samples.example/shop");
        assertThat(page("/console/flows/cart/letters/your-things", Map.of("in", "tr"))
                        .getBody())
                .contains("Taş işi kupa");
    }

    @Test
    void no_letter_that_is_looked_at_can_do_anything() {
        var letter = page("/console/flows/cart/letters/your-things", Map.of());

        assertThat(letter.getHeaders().get("Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none'")
                .contains("frame-ancestors 'self'")
                .doesNotContain("script");
        assertThat(page("/console/flows/cart/letters/no-such-letter", Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(page("/console/flows/nowhere/letters/your-things", Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(world.page("", "/console/flows/cart/letters/your-things", Map.of("store", "demo"))
                        .getStatusCode())
                .isEqualTo(303);
    }

    @Test
    void each_shipped_letter_can_be_looked_at_in_each_language() {
        for (Flow flow : FlowFiles.read(Path.of("..", "..", "templates")).all()) {
            for (SampleMessage message : SampleMessage.of(flow)) {
                for (String language : List.of("en", "ko", "tr")) {
                    var letter = page(
                            "/console/flows/" + message.flow() + "/letters/" + message.file(), Map.of("in", language));
                    assertThat(letter.getStatusCode()).as(message.toString()).isEqualTo(200);
                    assertThat(letter.getBody()).as(message.toString()).doesNotContain("cannot be shown");
                }
            }
        }
    }

    @Test
    void flows_and_deliverability_are_shown_also_of_a_shop_that_has_sent_nothing() {
        for (String path : List.of("/console", "/console/flows", "/console/deliverability", "/console/customers")) {
            assertThat(world.page(World.ADMIN, path, Map.of("store", "other")).getStatusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(page(path, Map.of("days", "90")).getBody()).as(path).contains("aria-current=\"page\"");
        }
    }

    @Test
    void a_customers_page_tells_what_happened_and_why_and_nothing_they_typed_becomes_markup() {
        world.leavesAMug();
        String ada = page("/console/customers", Map.of("id", "user:ada")).getBody();

        assertThat(ada).contains("<details><summary>", "Product Added", "cart · Began");
        assertThat(page("/console/customers", Map.of("id", "user:ada", "lang", "tr"))
                        .getBody())
                .contains("cart · Başladı");
        var nobody = page("/console/customers", Map.of("id", "user:\"><b>x"));
        assertThat(nobody.getStatusCode()).isEqualTo(404);
        assertThat(nobody.getBody()).contains("user:&quot;&gt;&lt;b&gt;x").doesNotContain("\"><b>x");
    }

    @Test
    void without_a_key_nothing_is_shown_and_with_a_public_one_neither() {
        var stranger = world.page("", "/console/flows", Map.of("store", "demo", "lang", "ko"));
        assertThat(stranger.getStatusCode()).isEqualTo(303);
        assertThat(stranger.getHeaders()).containsEntry("Location", "/console/sign-in?store=demo&lang=ko");
        for (String key : List.of("pk_demo", "sk_nobody")) {
            var page = world.page(key, "/console", Map.of());

            assertThat(page.getStatusCode()).as(key).isEqualTo(401);
            assertThat(page.getHeaders()).containsKey("WWW-Authenticate");
            assertThat(page.getBody()).doesNotContain("<html");
        }
        assertThat(world.page("", "/console", Map.of("with", "key")).getStatusCode())
                .isEqualTo(401);
        assertThat(world.page(World.ADMIN, "/console", Map.of()).getStatusCode())
                .as("the admin says of which store")
                .isEqualTo(401);
    }

    @Test
    void the_settings_in_force_are_shown_and_no_secret() {
        for (String language : List.of("en", "ko", "tr")) {
            assertThat(page("/console/settings", Map.of("lang", language)).getBody())
                    .contains("hello@alderandpine.example", World.ANN, "America/New_York")
                    .doesNotContain("set.", "{}", "a-link-secret", "sk_demo");
        }
        world.atDesk(World.ADMIN, "PUT", "/v1/stores/fern", """
                name: Fern
                brand: {home: "https://fern.example", colour: "#112233", address: "1 Street, Town"}
                sender: {name: Fern, address: hello@fern.example}
                locale: tr
                zone: Europe/Istanbul
                flowsOff: [birthday]
                policy:
                  maxReminders: 1
                  quietHours: {from: "22:30", until: "06:00"}
                  modes: {cart: canary 10%}
                  offers: {rest: 30d, margin: 45, marginFloor: 25}
                """);
        assertThat(world.page(World.ADMIN, "/console/settings", Map.of("store", "fern"))
                        .getBody())
                .contains(
                        "22:30 – 06:00", "<dt>cart</dt><dd>canary 10%</dd>", "<dt>birthday</dt><dd>off</dd>", "30 days")
                .contains("<dt>Reminders of one thing, at most</dt><dd>1</dd>", "<dd>45%</dd>");
    }

    @Test
    void a_reason_is_told_in_each_language_and_one_without_words_by_its_name() {
        var day = World.today(world.now());
        count("d", new Row(day, "cart", "an-offer", ""), Map.of("skipped:coupon-rest", 2L, "skipped:a-new-rule", 1L));

        assertThat(page("/console", Map.of()).getBody()).contains("Had a coupon not long ago", "a new rule");
        assertThat(page("/console", Map.of("lang", "ko")).getBody()).contains("최근에 쿠폰을 받음");
        assertThat(page("/console", Map.of("lang", "tr")).getBody()).contains("Yakın zamanda kupon aldı");
    }

    @Test
    void a_rate_above_its_limit_has_another_bar_than_one_below_it() {
        assertThat(page("/console", Map.of()).getBody()).doesNotContain("<rect class=\"over\"");
        var day = World.today(world.now());
        count("d", new Row(day, "cart", "need-help", ""), Map.of("complained", 3L));

        assertThat(page("/console", Map.of()).getBody()).containsOnlyOnce("<rect class=\"over\"");
    }

    @Test
    void the_first_page_is_found_with_a_slash_at_its_end_too() {
        assertThat(page("/console/", Map.of()).getBody())
                .contains("aria-current=\"page\"")
                .isEqualTo(page("/console/", Map.of()).getBody());
    }

    @Test
    void a_page_may_load_nothing_and_stand_in_no_frame() {
        assertThat(page("/console", Map.of()).getHeaders().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'");
    }

    @Test
    void what_arrives_is_told_by_mailbox_provider_and_never_by_address() {
        var day = World.today(world.now());
        count(
                "p",
                new Row(day, "cart", "need-help", ""),
                Map.of("sent", 9L, "at:naver:sent", 8L, "at:naver:bounced", 2L));

        assertThat(page("/console/deliverability", Map.of("lang", "en")).getBody())
                .contains("By mailbox provider")
                .contains("Naver")
                .contains("25%")
                .doesNotContain("Gmail");
    }

    @Test
    void what_letters_cost_stands_beside_what_they_brought() {
        assertThat(page("/console", Map.of("lang", "en")).getBody()).contains("Cost at AWS", "$0.00012");
        assertThat(page("/console/flows/cart", Map.of("lang", "ko")).getBody()).contains("AWS 비용");
    }
}
