package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Fields;
import comeback.store.KeyHash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every change of a store says who made it. */
class AuditTest {
    private static final String ADMIN = "admin key " + KeyHash.of(World.ADMIN).id();
    private static final String FERN = """
            name: Fern
            brand: {home: "https://fern.example", colour: "#112233", address: "1 Street, Town"}
            sender: {name: Fern, address: hello@fern.example}
            locale: tr
            zone: Europe/Istanbul
            """;

    private final World world = new World();

    private Fields at(String method, String path, String body) {
        world.later(Duration.ofMinutes(1));
        return World.body(world.atDesk(World.ADMIN, method, path, body));
    }

    private List<String> told(Map<String, String> query) {
        return World.body(world.report(World.ADMIN, "audit", query)).objects("entries").orElse(List.of()).stream()
                .map(entry -> entry.text("what").orElse("") + " " + String.join(",", entry.texts("details")))
                .map(String::strip)
                .toList();
    }

    @Test
    void settings_and_keys_are_noted_by_name_newest_first() {
        at("PUT", "/v1/stores/fern", FERN);
        at("PUT", "/v1/stores/fern", FERN + "policy: {caps: {day: 4}}\n");
        at("PUT", "/v1/stores/fern", FERN + "policy: {caps: {day: 4}}\n");
        String key =
                at("POST", "/v1/stores/fern/keys", "class: secret").text("id").orElseThrow();
        String next = at("POST", "/v1/stores/fern/keys/" + key + "/rotate", "")
                .text("id")
                .orElseThrow();
        at("DELETE", "/v1/stores/fern/keys/" + next, "");
        at("POST", "/v1/stores/fern/webhook-secrets", "{\"platform\": \"shopify\", \"secret\": \"hush\"}");

        assertThat(told(Map.of("store", "fern")))
                .hasSize(6)
                .startsWith("made webhook secret "
                        + at("GET", "/v1/stores/fern/webhook-secrets", "")
                                .objects("webhookSecrets")
                                .orElseThrow()
                                .getFirst()
                                .text("id")
                                .orElseThrow())
                .endsWith(
                        "revoked key " + next,
                        "rotated key " + key,
                        "made key " + key,
                        "changed policy.caps.day",
                        "entered");
        String whole =
                world.report(World.ADMIN, "audit", Map.of("store", "fern")).getBody();
        assertThat(whole).contains("\"who\":\"" + ADMIN + "\"").doesNotContain("hush", "sk_");
    }

    @Test
    void what_was_refused_is_no_change() {
        at("PUT", "/v1/stores/fern", FERN);
        at("PUT", "/v1/stores/fern", FERN + "colour: red\n");
        at("DELETE", "/v1/stores/fern/keys/nothing", "");

        assertThat(told(Map.of("store", "fern"))).containsExactly("entered");
    }

    @Test
    void a_store_reads_its_own_trail_in_pages_and_as_a_sheet_and_no_other_stores() {
        for (int i = 0; i < 3; i++) {
            at("POST", "/v1/stores/demo/keys", "class: secret");
        }
        at("POST", "/v1/stores/other/keys", "class: secret");

        Fields first = World.body(world.report("sk_demo", "audit", Map.of("limit", "2", "store", "other")));
        assertThat(first.objects("entries").orElseThrow()).hasSize(2);
        Fields second = World.body(world.report(
                "sk_demo", "audit", Map.of("after", first.text("next").orElseThrow())));
        assertThat(second.objects("entries").orElseThrow()).hasSize(1);
        assertThat(second.text("next")).isEmpty();
        assertThat(world.report("sk_other", "audit.csv", Map.of()).getBody())
                .startsWith("at,who,what,details\r\n")
                .contains("," + ADMIN + ",made,key ");
        assertThat(world.report("sk_demo", "audit", Map.of("limit", "0")).getStatusCode())
                .isEqualTo(400);
        assertThat(world.report("sk_demo", "audit", Map.of("after", "x")).getStatusCode())
                .isEqualTo(400);
        assertThat(world.report("pk_demo", "audit", Map.of()).getStatusCode()).isEqualTo(403);
    }

    @Test
    void the_page_shows_the_same_in_each_language() {
        assertThat(world.page("sk_demo", "/console/audit", Map.of()).getBody())
                .contains("Nobody changed anything yet.");
        at("POST", "/v1/stores/demo/keys", "class: secret");

        for (String language : List.of("en", "ko", "tr")) {
            assertThat(world.page("sk_demo", "/console/audit", Map.of("lang", language))
                            .getBody())
                    .contains(ADMIN, "<time datetime=")
                    .doesNotContain("{}", "did.");
        }
    }
}
