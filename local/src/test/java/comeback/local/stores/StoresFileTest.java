package comeback.local.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.store.Caps;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import comeback.store.OfferRules;
import comeback.store.QuietHours;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.storefile.StoresFileInvalid;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stores file: what is read, and how every mistake is named. */
final class StoresFileTest {
    private static final String SMALL = """
            stores:
              - id: small
                name: Small Shop
                brand: {home: "https://small.example", colour: "#112233", address: "1 Street, Town"}
                sender:
                  name: Small Shop
                  address: hello@small.example
                locale: tr
                zone: Europe/Istanbul
                secretKeys: [sk_small]
                linkSecret: 0123456789012345678901234567890123456789
            """;

    @Test
    void the_demo_store_is_alder_and_pine() {
        assertThat(StoresFile.demo()).singleElement().satisfies(store -> {
            assertThat(store.id()).isEqualTo(new StoreId("demo"));
            assertThat(store.brand().name()).isEqualTo("Alder & Pine");
            assertThat(store.brand().colour()).isEqualTo("#0b5c4a");
            assertThat(store.sender().address()).isEqualTo("hello@alderandpine.example");
            assertThat(store.locales()).containsExactly(Locale.ENGLISH, Locale.KOREAN, Locale.of("tr"));
            assertThat(store.zone()).isEqualTo(ZoneId.of("America/New_York"));
            assertThat(store.keys()).extracting("key").containsExactly("pk_demo", "sk_demo");
            assertThat(store.keys()).extracting("keyClass").containsExactly(KeyClass.PUBLIC, KeyClass.SECRET);
        });
    }

    @Test
    void what_may_be_left_out_has_a_sensible_value() {
        Store store = StoresFile.parse("stores.yaml", SMALL).getFirst();
        assertThat(store.locales()).containsExactly(Locale.of("tr"));
        assertThat(store.brand().legalName()).isEqualTo("Small Shop");
        assertThat(store.brand().supportEmail()).isEqualTo("hello@small.example");
        assertThat(store.flowsOff()).isEmpty();
        assertThat(store.policy()).isEqualTo(MarketingPolicy.DEFAULT);
        assertThat(store.policy().quietHours()).contains(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
    }

    @Test
    void a_store_may_ask_about_days_beside_the_birthday_by_names_of_its_own() {
        String asking = SMALL.replace("1 Street, Town\"", "1 Street, Town\", days: [Evlilik yıldönümü, Name day]");
        assertThat(StoresFile.parse("stores.yaml", asking).getFirst().brand().days())
                .containsExactly("Evlilik yıldönümü", "Name day");

        for (String wrong : List.of("<b>", "a, b, c, d, e, f", "\"\"", "x".repeat(41))) {
            String days = SMALL.replace("1 Street, Town\"", "1 Street, Town\", days: [" + wrong + "]");
            assertThatThrownBy(() -> StoresFile.parse("stores.yaml", days))
                    .as(wrong)
                    .hasMessageContaining("names of days");
        }
    }

    @Test
    void a_store_may_greet_readers_of_a_country_in_its_own_words() {
        String greeting = SMALL.replace(
                "1 Street, Town\"", "1 Street, Town\", greetings: {AU: {named: \"G’day {name},\", plain: \"G’day,\"}}");
        assertThat(StoresFile.parse("stores.yaml", greeting)
                        .getFirst()
                        .brand()
                        .greetings()
                        .of(Locale.ENGLISH, Optional.of("AU"))
                        .orElseThrow()
                        .to("Ada"))
                .isEqualTo("G’day Ada,");

        for (String wrong : List.of(greeting.replace(" {name}", ""), greeting.replace("AU:", "Australia:"))) {
            assertThatThrownBy(() -> StoresFile.parse("stores.yaml", wrong)).hasMessageContaining("stores.yaml:");
        }
    }

    @Test
    void a_store_chooses_how_much_it_sends_and_when() {
        Store store = StoresFile.parse("stores.yaml", SMALL + """
                    policy:
                      cartRemindersWithoutConsent: 0
                      caps: {day: 2, month: 5}
                      quietHours: {from: "22:30", until: "06:00"}
                      silenceAfterPurchase: 3d
                """).getFirst();

        assertThat(store.policy())
                .isEqualTo(new MarketingPolicy(
                        0,
                        new Caps(2, 3, 5),
                        Optional.of(new QuietHours(LocalTime.of(22, 30), LocalTime.of(6, 0))),
                        Duration.ofDays(3)));
    }

    @Test
    void a_store_that_gives_coupons_says_by_what_rules() {
        Store store = StoresFile.parse("stores.yaml", SMALL + """
                    policy:
                      offers:
                        link: https://shop.example/discount/{code}?redirect=/cart
                        rest: 30d
                        monthly: 500
                        margin: 45
                        marginFloor: 20
                """).getFirst();

        assertThat(store.policy().offers())
                .contains(new OfferRules(
                        Optional.of("https://shop.example/discount/{code}?redirect=/cart"),
                        Duration.ofDays(30),
                        3,
                        Optional.of(500),
                        Optional.of(new OfferRules.Margin(45, 20))));
    }

    @Test
    void a_mistake_in_the_rules_for_coupons_is_named_with_its_line() {
        refused(
                SMALL + "    policy: {offers: {link: \"https://shop.example/cart\"}}\n",
                "stores.yaml:12: \"link\" must be an address with {code} in it");
        refused(SMALL + "    policy: {offers: {rest: 200d}}\n", "stores.yaml:12: \"rest\" must be at most 180d");
        refused(SMALL + "    policy: {offers: {most: 0}}\n", "stores.yaml:12: \"most\" must be a whole number from 1");
        refused(
                SMALL + "    policy: {offers: {margin: 30, marginFloor: 40}}\n",
                "stores.yaml:12: \"marginFloor\" must be at most the margin");
        refused(
                SMALL + "    policy: {offers: {marginFloor: 40}}\n",
                "stores.yaml:12: \"marginFloor\" needs \"margin\"");
    }

    @Test
    void the_demo_store_sends_at_night_so_that_it_behaves_the_same_at_every_hour() {
        assertThat(StoresFile.demo())
                .extracting(Store::policy)
                .extracting(MarketingPolicy::quietHours)
                .containsExactly(Optional.empty());
    }

    @Test
    void a_mistake_in_the_policy_is_named_with_its_line() {
        refused(
                SMALL + "    policy: {caps: {day: 0}}\n",
                "stores.yaml:12: \"day\" must be a whole number from 1 to 30");
        refused(
                SMALL + "    policy: {fewLeft: 0}\n",
                "stores.yaml:12: \"fewLeft\" must be a whole number from 1 to 50");
        refused(
                SMALL.replace("brand: {", "brand: {cart: \"https://shop.example/cart\", "),
                "\"cart\" must be a page of the shop with {cart} in it");
        refused(
                SMALL + "    policy: {consent: {registry: [Turkey]}}\n",
                "stores.yaml:12: \"registry\" must be countries like TR or DE, not \"Turkey\"");
        refused(
                SMALL + "    policy: {consent: {confirm: perhaps}}\n",
                "stores.yaml:12: \"confirm\" must be true or false");
        refused(SMALL + "    policy: {caps: {year: 9}}\n", "stores.yaml:12: unknown setting \"year\"");
        refused(
                SMALL + "    policy: {quietHours: never}\n",
                "stores.yaml:12: \"quietHours\" must be \"off\", or a block");
        refused(
                SMALL + "    policy: {quietHours: {from: nine}}\n",
                "stores.yaml:12: \"from\" must be a time of day like \"21:00\"");
        refused(
                SMALL + "    policy: {quietHours: {from: \"11:00\", until: \"08:00\"}}\n",
                "stores.yaml:12: quiet hours leave at least 4 hours of a day");
        refused(
                SMALL + "    policy: {silenceAfterPurchase: 31d}\n",
                "stores.yaml:12: \"silenceAfterPurchase\" must be at most 30d");
    }

    @Test
    void every_mistake_is_named_with_its_line() {
        refused(
                SMALL.replace("zone: Europe/Istanbul", "zone: Istanbul"),
                "stores.yaml:9: \"zone\" must be a time zone");
        refused(SMALL.replace("id: small", "id: Small Shop"), "stores.yaml:2: \"id\" must be 1 to 40 of a-z");
        refused(SMALL.replace("locale: tr", "locale: turkish!"), "stores.yaml:8: \"locale\" must be a language");
        refused(SMALL.replace("locale: tr", "locale: tr\n    locales: [en]"), "stores.yaml:9: \"locales\" must hold");
        refused(SMALL.replace("#112233", "green"), "stores.yaml:4: \"colour\" must be a colour");
        refused(SMALL.replace("https://small", "http://small"), "stores.yaml:4: \"home\" must be an address");
        refused(SMALL.replace("hello@small.example", "hello"), "stores.yaml:7: \"address\" must be one plain e-mail");
        refused(SMALL.replace("      name: Small Shop\n", ""), "stores.yaml:6: \"name\" is missing");
        refused(SMALL.replace("sk_small", "''"), "stores.yaml:10: \"secretKeys\" must be keys");
        refused(SMALL.replace("    secretKeys: [sk_small]\n", ""), "stores.yaml:2: \"secretKeys\" is missing");
        refused(SMALL.replace("    locale: tr\n", "    local: tr\n"), "stores.yaml:8: unknown setting \"local\"");
        refused(
                SMALL + "    policy: {cartRemindersWithoutConsent: 5}\n",
                "stores.yaml:12: \"cartRemindersWithoutConsent\"");
        refused(SMALL + "    flowsOff: [Win Back]\n", "stores.yaml:12: \"flowsOff\" must be names of flows");
        refused(SMALL + "    webhookSecrets: {shopfy: [a]}\n", "stores.yaml:12: unknown setting \"shopfy\"");
    }

    @Test
    void a_secret_that_is_too_short_is_not_repeated() {
        assertThatThrownBy(() -> StoresFile.parse("stores.yaml", SMALL.replaceFirst("0123456789.*", "hunter2secret")))
                .hasMessageContaining("stores.yaml:11: \"linkSecret\" has 13 characters")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_key_in_the_wrong_place_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> StoresFile.parse("stores.yaml", SMALL + "    publicKeys: [sk_hunter2]\n"))
                .hasMessageContaining("stores.yaml:12: \"publicKeys\" has a key that begins with sk_")
                .hasMessageNotContaining("hunter2");
        refused(SMALL.replace("sk_small", "pk_small"), "stores.yaml:10: \"secretKeys\" has a key that begins with pk_");
        refused(
                SMALL.replace("[sk_small]", "[" + "k1, ".repeat(20) + "k2]"),
                "stores.yaml:10: a store has at most 20 keys");
    }

    @Test
    void what_is_nested_without_end_is_told_so() {
        refused("stores: " + "[".repeat(50_000), "stores.yaml:1: nested too deep");
        refused("- ".repeat(50_000), "stores.yaml:1: nested too deep");
    }

    @Test
    void two_stores_are_two() {
        String twice = SMALL + SMALL.replace("stores:\n", "");
        refused(twice, "stores.yaml:12: there is a store \"small\" above already");
        refused(twice.replaceFirst("id: small", "id: other"), "stores.yaml:20: the key \"sk_small\" stands");
    }

    @Test
    void a_file_that_is_no_stores_file_is_told_so() {
        refused("", "stores.yaml:1:");
        refused("stores: []", "stores.yaml:1: expected \"stores:\" with a list");
        refused("shops: []", "stores.yaml:1: unknown setting \"shops\"");
        refused("stores:\n  - id: [a\n", "not valid YAML");
        assertThatThrownBy(() -> StoresFile.read(Path.of("no-such-file.yaml")))
                .isInstanceOf(StoresFileInvalid.class)
                .hasMessage("no-such-file.yaml:1: cannot be read: NoSuchFileException");
    }

    private static void refused(String yaml, String because) {
        assertThatThrownBy(() -> StoresFile.parse("stores.yaml", yaml))
                .isInstanceOf(StoresFileInvalid.class)
                .hasMessageContaining(because);
    }
}
