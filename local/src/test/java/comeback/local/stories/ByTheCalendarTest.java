package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.MarketingPolicy;
import comeback.store.Mode;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only the calendar brings about: a consent that is two years old, and a purchase that would be due again. */
class ByTheCalendarTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at(NOW.toString(), List.of(withRefills()));

    /** The demo shop, which wants its customers told when they may need more. */
    private static Store withRefills() {
        Store demo = StoresFile.demo().getFirst();
        MarketingPolicy policy = demo.policy();
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
                new MarketingPolicy(
                        policy.cartRemindersWithoutConsent(),
                        policy.caps(),
                        policy.quietHours(),
                        policy.silenceAfterPurchase(),
                        policy.maxReminders(),
                        Map.of("replenishment", new Mode.Live()),
                        policy.offers()));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String ago(int days) {
        return NOW.minus(DAY.multipliedBy(days)).toString();
    }

    /** What the shop knew of them before it came to us. */
    private void customer(String id, int agreedDaysAgo, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of(
                "type",
                "customer",
                "id",
                id,
                "email",
                id + "@example.com",
                "acceptsMarketing",
                true,
                "consentedAt",
                ago(agreedDaysAgo)));
        line.putAll(more);
        imported(line);
    }

    private void order(String who, int daysAgo) {
        imported(Map.of(
                "type",
                "order",
                "id",
                who + "-" + daysAgo,
                "userId",
                who,
                "placedAt",
                ago(daysAgo),
                "total",
                18,
                "currency",
                "USD",
                "products",
                List.of(Shopper.mug())));
    }

    private void imported(Map<String, Object> line) {
        var answer = world.post("/v1/import", Json.print(line));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<Mail> of(String flow) {
        return world.mailbox().stream()
                .filter(mail -> mail.tag("flow").equals(flow))
                .toList();
    }

    @Test
    void who_agreed_in_korea_two_years_ago_is_told_so_in_time_and_in_other_countries_nobody_is() {
        customer("minji", 712, Map.of("country", "KR", "language", "ko"));
        customer("ada", 712, Map.of("country", "US"));

        world.advance(DAY.multipliedBy(3));
        assertThat(of("consent-renewal")).isEmpty();
        world.advance(DAY.multipliedBy(3));

        assertThat(of("consent-renewal"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo("minji@example.com"))
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("광고성 정보 수신 동의 여부 확인 안내"));
    }

    @Test
    void who_buys_every_week_is_asked_two_days_before_they_would_unless_they_buy_before_that() {
        for (String name : List.of("ada", "bob")) {
            customer(name, 60, Map.of());
            for (int week = 3; week >= 0; week--) {
                order(name, 7 * week + 1);
            }
        }
        world.advance(DAY.multipliedBy(2));
        assertThat(of("replenishment")).isEmpty();
        new Shopper(world, "bob").pays("1001", "c-1");
        world.advance(DAY.multipliedBy(3));

        assertThat(of("replenishment")).extracting(Mail::to).containsExactly("ada@example.com");
    }
}
