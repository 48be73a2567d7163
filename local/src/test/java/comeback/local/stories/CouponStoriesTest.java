package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import comeback.store.Store;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coupons from the letter to the checkout, over the real functions. */
class CouponStoriesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
    private static final Path SHIPPED = Path.of("../templates");

    @TempDir
    Path templates;

    private Path withCouponValidFor(String time) throws IOException {
        return withCartsWord("valid for: 48h", "valid for: " + time);
    }

    /** The flows that ship, with one word of the cart's changed. */
    private Path withCartsWord(String shipped, String other) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Path copy = templates.resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path flow = templates.resolve("cart/flow.yaml");
        String text = Files.readString(flow);
        assertThat(text).contains(shipped);
        Files.writeString(flow, text.replace(shipped, other));
        return templates;
    }

    /** The demo shop, with the usual quiet hours. */
    private static Store quietAtNight(Store store) {
        return new Store(
                store.id(),
                store.brand(),
                store.sender(),
                store.locale(),
                store.locales(),
                store.zone(),
                store.keys(),
                store.linkSecret(),
                store.flowsOff(),
                MarketingPolicy.DEFAULT.with(store.policy().offers().orElse(OfferRules.DEFAULT)));
    }

    private static String codeIn(Mail mail) {
        Matcher code = CODE.matcher(mail.text());
        assertThat(code.find()).as(mail.text()).isTrue();
        return code.group();
    }

    private static Map<String, Object> coupon(TestWorld world, String code) {
        HttpResponse<String> answer = world.send(world.request("/v1/coupons/" + code)
                .header("Authorization", "Basic " + key())
                .GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parseOwn(answer.body());
    }

    private static String key() {
        return Base64.getEncoder().encodeToString("sk_demo:".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> redeem(TestWorld world, String code, String order) {
        return world.post("/v1/coupons/" + code + "/redeem", "{\"order_id\":\"" + order + "\"}");
    }

    private static Instant time(Map<String, Object> coupon, String name) {
        return Instant.parse(Objects.requireNonNull(coupon.get(name)).toString());
    }

    @Test
    void story_8_an_offer_of_five_hours_that_waited_for_the_morning_still_gives_five_hours() throws IOException {
        // Half past one in the night in Istanbul: so every reminder falls due at night.
        try (TestWorld world = TestWorld.at(
                "2026-03-02T22:30:00Z",
                StoresFile.demo().stream().map(CouponStoriesTest::quietAtNight).toList(),
                withCouponValidFor("5h"))) {
            Shopper ada = new Shopper(world, "ada")
                    .identifies(Map.of("timezone", "Europe/Istanbul"))
                    .addsAMug();

            world.advance(DAY.multipliedBy(6));

            assertThat(ada.mails()).endsWith("cart/last-note");
            Mail offer = ada.lastMail();
            Map<String, Object> coupon = coupon(world, codeIn(offer));
            assertThat(offer.sentAt())
                    .isAfter(Instant.parse("2026-03-04T22:30:00Z").plus(Duration.ofHours(5)));
            assertThat(time(coupon, "issued_at")).isEqualTo(offer.sentAt());
            assertThat(Duration.between(offer.sentAt(), time(coupon, "valid_until")))
                    .isBetween(Duration.ofHours(5), Duration.ofHours(5).plusSeconds(60));
        }
    }

    @Test
    void someone_who_comes_back_for_the_offer_uses_its_code_once_and_its_link_applies_it() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            Shopper ada = new Shopper(world, "ada").identifies().addsAMug();
            world.advance(DAY.multipliedBy(4));
            Mail offer = ada.lastMail();
            String code = codeIn(offer);

            assertThat(offer.text())
                    .contains("10% off")
                    .contains("https://alderandpine.example/discount/" + code + "?redirect=/cart");
            assertThat(redeem(world, code, "1001").statusCode()).isEqualTo(200);
            assertThat(redeem(world, code, "1001").statusCode()).isEqualTo(200);
            assertThat(redeem(world, code, "1002").statusCode()).isEqualTo(409);
            assertThat(coupon(world, code)).containsEntry("state", "redeemed").containsEntry("order_id", "1001");
        }
    }

    @Test
    void a_code_of_the_shops_own_goes_to_one_person_alone() throws IOException {
        try (TestWorld world = TestWorld.with("2026-03-02T09:00:00Z", withCartsWord("percent: 10", "pool: spring"))) {
            var filled = world.post("/v1/coupons/pools", """
                    {"pool": "spring", "codes": ["SPRI-NGAA-AAAA"], "percent": 10}""");
            assertThat(filled.statusCode()).as(filled.body()).isEqualTo(200);
            Shopper ada = new Shopper(world, "ada").identifies().addsAMug();
            Shopper bob = new Shopper(world, "bob").identifies().addsAMug();
            world.advance(DAY.multipliedBy(4));

            assertThat(List.of(ada.lastMail(), bob.lastMail()))
                    .extracting(mail -> mail.text().contains("SPRI-NGAA-AAAA"))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(coupon(world, "SPRI-NGAA-AAAA")).containsEntry("state", "issued");
        }
    }

    @Test
    void who_leaves_a_cart_again_within_two_months_gets_the_note_without_an_offer() {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            Shopper ada = new Shopper(world, "ada").identifies().addsAMug();
            world.advance(DAY.multipliedBy(4));
            codeIn(ada.lastMail());
            ada.pays("1001", "c-1");
            world.advance(DAY.multipliedBy(10));
            ada.addsAMug();
            world.advance(DAY.multipliedBy(4));

            assertThat(ada.mails()).endsWith("cart/last-note");
            assertThat(ada.lastMail().text()).doesNotContain("10% off");
            assertThat(CODE.matcher(ada.lastMail().text()).find()).isFalse();
        }
    }

    @Test
    void of_a_hundred_orders_that_use_one_code_at_once_one_wins() throws Exception {
        try (TestWorld world = TestWorld.at("2026-03-02T09:00:00Z")) {
            Shopper ada = new Shopper(world, "ada").identifies().addsAMug();
            world.advance(DAY.multipliedBy(4));
            String code = codeIn(ada.lastMail());
            List<Callable<Integer>> orders = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String order = "o-" + i;
                orders.add(() -> redeem(world, code, order).statusCode());
            }

            List<Integer> answers = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(20)) {
                for (var answer : threads.invokeAll(orders)) {
                    answers.add(answer.get());
                }
            }

            assertThat(answers).containsOnly(200, 409);
            assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        }
    }
}
