package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A shop has codes, and says whom they are for. */
class CouponNewsStoryTest {
    private static final String NEWS = "coupon-news/a-code-for-you";
    private static final Duration WEEK = Duration.ofDays(7);

    private static void fill(TestWorld world, String more, String... codes) {
        var filled = world.post(
                "/v1/coupons/pools",
                "{\"pool\": \"news\", \"percent\": 15" + more + ", \"codes\": " + Json.print(List.of(codes)) + "}");
        assertThat(filled.statusCode()).as(filled.body()).isEqualTo(200);
    }

    private static Shopper announced(Shopper shopper) {
        return shopper.track("Coupon Announced", Map.of());
    }

    @Test
    void everybody_whom_the_shop_means_gets_a_code_of_their_own_and_a_link_that_applies_it() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            fill(world, "", "NEWS-AAAA-AAAA", "NEWS-BBBB-BBBB");
            Shopper ada = announced(new Shopper(world, "ada").identifies());
            Shopper bob = announced(new Shopper(world, "bob").identifies());
            Shopper carol = new Shopper(world, "carol").identifies();
            world.advance(WEEK);

            assertThat(List.of(ada.mails(), bob.mails())).containsOnly(List.of(NEWS));
            assertThat(Stream.of(ada, bob)
                            .map(one -> one.lastMail().text().replaceAll("(?s).*(NEWS-....-....).*", "$1")))
                    .containsExactlyInAnyOrder("NEWS-AAAA-AAAA", "NEWS-BBBB-BBBB");
            assertThat(ada.lastMail().text()).contains("15% off", "https://alderandpine.example/discount/NEWS-");
            assertThat(carol.mails()).isEmpty();
        }
    }

    @Test
    void when_no_code_is_left_nobody_reads_of_one() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            fill(world, "", "NEWS-AAAA-AAAA");
            Shopper ada = announced(new Shopper(world, "ada").identifies());
            world.advance(Duration.ofHours(1));
            Shopper bob = announced(new Shopper(world, "bob").identifies());
            world.advance(WEEK);

            assertThat(ada.mails()).containsExactly(NEWS);
            assertThat(bob.mails()).isEmpty();
            assertThat(why(world, "bob")).contains("no code that is good long enough is left in the pool news");
        }
    }

    @Test
    void a_code_that_ends_within_a_day_is_not_told_of() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            fill(world, ", \"ends_at\": \"2026-03-03T08:00:00Z\"", "NEWS-AAAA-AAAA");
            Shopper ada = announced(new Shopper(world, "ada").identifies());
            world.advance(WEEK);

            assertThat(ada.mails()).isEmpty();
        }
    }

    @Test
    void who_did_not_agree_or_unsubscribed_hears_nothing() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            fill(world, "", "NEWS-AAAA-AAAA", "NEWS-BBBB-BBBB");
            Shopper ada = announced(new Shopper(world, "ada").identifies(Map.of("acceptsMarketing", false)));
            Shopper bob = new Shopper(world, "bob").identifies().track("Unsubscribed", Map.of());
            announced(bob);
            world.advance(WEEK);

            assertThat(Stream.of(ada, bob).flatMap(one -> one.mails().stream())).isEmpty();
        }
    }

    @Test
    void whoever_only_has_the_key_of_a_browser_announces_nothing() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            fill(world, "", "NEWS-AAAA-AAAA");
            Shopper ada = new Shopper(world, "ada").identifies();
            world.send(world.request("/v1/track")
                    .header("Authorization", basic("pk_demo"))
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            "{\"userId\": \"ada\", \"event\": \"Coupon Announced\", \"properties\": {}}")));
            world.advance(WEEK);

            assertThat(ada.mails()).isEmpty();
        }
    }

    @Test
    void what_the_shop_reports_twice_is_one_letter() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            fill(world, "", "NEWS-AAAA-AAAA", "NEWS-BBBB-BBBB");
            Shopper ada = announced(announced(new Shopper(world, "ada").identifies()));
            world.advance(Duration.ofDays(2));
            announced(ada);
            world.advance(WEEK);

            assertThat(ada.mails()).containsExactly(NEWS);
        }
    }

    private static String why(TestWorld world, String user) {
        return world.send(world.request("/v1/customers/user:" + user + "/explain?flow=coupon-news")
                        .header("Authorization", basic("sk_demo"))
                        .GET())
                .body();
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }
}
