package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.KeyHolder;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.store.AdminKey;
import comeback.store.KeyClass;
import comeback.store.LinkSecrets;
import comeback.store.Platform;
import comeback.store.StoreId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores are entered, and opened, by whoever runs the deployment. */
class StoresTest {
    private static final String FERN = """
            name: Fern
            brand: {home: "https://fern.example", colour: "#112233", address: "1 Street, Town"}
            sender: {name: Fern, address: hello@fern.example}
            locale: tr
            zone: Europe/Istanbul
            """;

    private final World world = new World();

    private APIGatewayV2HTTPResponse at(String method, String path, String body) {
        return world.atDesk(World.ADMIN, method, path, body);
    }

    private Fields put(String path, String body) {
        return World.body(at("PUT", path, body));
    }

    private Fields post(String path, String body) {
        return World.body(at("POST", path, body));
    }

    @Test
    void a_store_is_entered_in_yaml_and_a_key_opens_it() {
        var answer = at("PUT", "/v1/stores/fern", FERN);
        String key = post("/v1/stores/fern/keys", "class: secret").text("key").orElseThrow();

        assertThat(answer.getStatusCode()).isEqualTo(201);
        assertThat(answer.getBody()).isEqualTo("{\"store\":\"fern\",\"created\":true}");
        assertThat(key).startsWith("sk_");
        KeyHolder holder = world.stores().holding(key).orElseThrow();
        assertThat(holder.keyClass()).isEqualTo(KeyClass.SECRET);
        assertThat(holder.store().id()).isEqualTo(new StoreId("fern"));
        assertThat(holder.store().linkSecret()).hasSizeGreaterThanOrEqualTo(52);
    }

    @Test
    void what_was_asked_for_can_be_handed_in_again_and_nothing_changes() {
        put("/v1/stores/fern", FERN + """
                policy:
                  caps: {day: 2}
                  quietHours: {from: "22:30", until: "06:00"}
                  silenceAfterPurchase: 36h
                  maxReminders: 2
                  modes: {cart: canary 10%}
                  firstInLine: [gold, vip]
                  bestCustomers: {orders: 4, spent: 300 USD}
                  fewLeft: 5
                  offers: {rest: 45m, margin: 40, marginFloor: 20}
                domains: [fern.myshopify.com]
                flowsOff: [welcome]
                """);
        String settings = at("GET", "/v1/stores/fern", "").getBody();

        assertThat(put("/v1/stores/fern", settings).texts("changed")).isEmpty();
        assertThat(at("GET", "/v1/stores/fern", "").getBody()).isEqualTo(settings);
        assertThat(settings)
                .doesNotContain("linkSecret")
                .contains("\"rest\":\"45m\"", "\"silenceAfterPurchase\":\"36h\"", "\"fewLeft\":5");
    }

    @Test
    void a_change_is_told_by_name_and_a_secret_without_its_value() {
        put("/v1/stores/fern", FERN);

        String answer = at("PUT", "/v1/stores/fern", FERN.replace("#112233", "#445566") + """
                policy: {caps: {day: 2}}
                linkSecret: 0123456789012345678901234567890123456789
                secretKeys: [sk_fern]
                webhookSecrets: {shopify: [hush]}
                """)
                .getBody();

        assertThat(World.body(at("PUT", "/v1/stores/fern", FERN)).texts("changed"))
                .containsExactly("brand.colour", "policy.caps.day");
        assertThat(answer)
                .contains("[\"brand.colour\",\"linkSecret\",\"policy.caps.day\",\"secretKeys\",\"webhookSecrets\"]")
                .doesNotContain("0123456789", "sk_fern", "hush");
    }

    @Test
    void a_stores_link_secret_is_replaced_and_nobody_is_shown_either() {
        put("/v1/stores/fern", FERN);
        String old = links().present();

        String answer = at("POST", "/v1/stores/fern/link-secret/rotate", "").getBody();

        assertThat(links().present()).isNotEqualTo(old).hasSizeGreaterThanOrEqualTo(52);
        assertThat(links().valid(world.now())).containsExactly(links().present(), old);
        assertThat(answer)
                .contains("\"oldLinksWorkUntil\":\"" + world.now().plus(LinkSecrets.KEEP) + "\"")
                .doesNotContain(old, links().present());
        assertThat(at("GET", "/v1/stores/fern", "").getBody()).doesNotContain(old, links().present());
    }

    @Test
    void a_link_secret_that_others_know_ends_at_once_when_that_is_asked_for() {
        put("/v1/stores/fern", FERN);

        post("/v1/stores/fern/link-secret/rotate", "keep: 0h");

        assertThat(links().valid(world.now())).containsExactly(links().present());
        assertThat(post("/v1/stores/fern/link-secret/rotate", "keep: 731d").texts("problems"))
                .singleElement()
                .asString()
                .contains("\"keep\" must be at most 730d");
    }

    @Test
    void another_link_secret_in_the_settings_leaves_old_links_working() {
        put("/v1/stores/fern", FERN + "linkSecret: a-link-secret-of-more-than-32-characters-1\n");

        put("/v1/stores/fern", FERN + "linkSecret: a-link-secret-of-more-than-32-characters-2\n");
        put("/v1/stores/fern", FERN);

        assertThat(links().valid(world.now()))
                .containsExactly(
                        "a-link-secret-of-more-than-32-characters-2", "a-link-secret-of-more-than-32-characters-1");
    }

    @Test
    void more_former_link_secrets_than_a_store_can_have_are_refused_and_nothing_changes() {
        put("/v1/stores/fern", FERN);
        for (int i = 0; i < LinkSecrets.FORMER_MAX; i++) {
            post("/v1/stores/fern/link-secret/rotate", "{}");
        }
        LinkSecrets before = links();

        assertThat(at("POST", "/v1/stores/fern/link-secret/rotate", "{}").getStatusCode())
                .isEqualTo(409);
        assertThat(at("PUT", "/v1/stores/fern", FERN + "linkSecret: a-link-secret-of-more-than-32-characters-1\n")
                        .getStatusCode())
                .isEqualTo(409);
        assertThat(links()).isEqualTo(before);
        assertThat(at("POST", "/v1/stores/fern/link-secret", "{}").getStatusCode())
                .isEqualTo(404);
        assertThat(at("GET", "/v1/stores/fern/link-secret/rotate", "").getStatusCode())
                .isEqualTo(405);
        assertThat(at("POST", "/v1/stores/nowhere/link-secret/rotate", "").getStatusCode())
                .isEqualTo(404);
    }

    private LinkSecrets links() {
        return world.stores().find(new StoreId("fern")).orElseThrow().links();
    }

    @Test
    void keys_and_secrets_that_settings_leave_out_stay() {
        put("/v1/stores/fern", FERN + "secretKeys: [sk_fern]\nwebhookSecrets: {shopify: [hush]}\n");
        String made = post("/v1/stores/fern/keys", "{\"class\":\"public\"}")
                .text("key")
                .orElseThrow();

        put("/v1/stores/fern", FERN);

        assertThat(world.stores().holding("sk_fern")).isPresent();
        assertThat(world.stores().holding(made)).isPresent();
        assertThat(world.stores()
                        .find(new StoreId("fern"))
                        .orElseThrow()
                        .webhooks()
                        .secretsOf(Platform.SHOPIFY))
                .containsExactly("hush");
    }

    @Test
    void every_mistake_is_named_with_its_line_and_nothing_is_changed() {
        var answer = at("PUT", "/v1/stores/fern", FERN.replace("locale: tr", "locale: turkish!") + "zonk: 1\n");

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(World.body(answer).texts("problems"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("body:6: unknown setting \"zonk\""),
                        second -> assertThat(second).startsWith("body:4: \"locale\" must be a language"));
        assertThat(at("GET", "/v1/stores/fern", "").getStatusCode()).isEqualTo(404);
    }

    @Test
    void a_secret_key_among_the_public_ones_is_refused_without_being_repeated() {
        var answer = at("PUT", "/v1/stores/fern", FERN + "publicKeys: [sk_oops_1234]\n");

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains("begins with sk_").doesNotContain("oops");
    }

    @Test
    void one_key_cannot_be_public_and_secret() {
        assertThat(at("PUT", "/v1/stores/fern", FERN + "publicKeys: [k]\nsecretKeys: [k]\n")
                        .getBody())
                .contains("a key stands in these settings twice");
    }

    @Test
    void another_stores_key_or_settings_cannot_be_given_away() {
        assertThat(at("PUT", "/v1/stores/fern", FERN + "secretKeys: [sk_demo]\n")
                        .getStatusCode())
                .isEqualTo(409);
        assertThat(at("PUT", "/v1/stores/fern", "id: demo\n" + FERN).getBody()).contains("settings of another store");
        assertThat(put("/v1/stores/fern", FERN.replace("fern.example", "alderandpine.example"))
                        .texts("notes"))
                .containsExactly("domains: alderandpine.example is another store's, and stays so");
    }

    @Test
    void a_rotated_key_has_a_successor_at_once_and_ends_later() {
        Fields old = post("/v1/stores/demo/keys", "class: secret");
        String id = old.text("id").orElseThrow();
        Fields fresh = post("/v1/stores/demo/keys/" + id + "/rotate", "keep: 2h");
        String oldKey = old.text("key").orElseThrow();
        String newKey = fresh.text("key").orElseThrow();

        assertThat(world.stores().holding(oldKey)).isPresent();
        assertThat(world.stores().holding(newKey)).isPresent();
        assertThat(fresh.objectOrEmpty("ends").text("id")).contains(id);
        assertThat(fresh.text("class")).contains("secret");
        world.later(Duration.ofHours(2));
        assertThat(world.stores().holding(oldKey)).isEmpty();
        assertThat(world.stores().holding(newKey)).isPresent();
    }

    @Test
    void a_key_that_ended_a_moment_ago_is_turned_away_though_it_was_just_read() {
        Fields old = post("/v1/stores/demo/keys", "class: secret");
        post("/v1/stores/demo/keys/" + old.text("id").orElseThrow() + "/rotate", "keep: 30s");
        var stores = world.stores();
        assertThat(stores.holding(old.text("key").orElseThrow())).isPresent();

        world.later(Duration.ofSeconds(30));

        assertThat(stores.holding(old.text("key").orElseThrow())).isEmpty();
    }

    @Test
    void a_revoked_key_opens_nothing_and_revoking_it_again_finds_none() {
        Fields made = post("/v1/stores/demo/keys", "class: public");
        String path = "/v1/stores/demo/keys/" + made.text("id").orElseThrow();

        assertThat(at("DELETE", path, "").getStatusCode()).isEqualTo(200);
        assertThat(at("DELETE", path, "").getStatusCode()).isEqualTo(404);
        assertThat(world.stores().holding(made.text("key").orElseThrow())).isEmpty();
    }

    @Test
    void keys_are_listed_without_being_told() {
        String key = post("/v1/stores/demo/keys", "class: secret").text("key").orElseThrow();
        String list = at("GET", "/v1/stores/demo/keys", "").getBody();

        assertThat(Fields.of(Json.parseOwn(list)).objects("keys").orElseThrow()).hasSize(3);
        assertThat(list).contains("\"from\":\"settings\"", "madeAt").doesNotContain(key, "sk_demo", "pk_demo");
    }

    @Test
    void a_key_of_the_settings_is_changed_there() {
        String id = World.body(at("GET", "/v1/stores/demo/keys", ""))
                .objects("keys")
                .orElseThrow()
                .getFirst()
                .text("id")
                .orElseThrow();

        assertThat(at("DELETE", "/v1/stores/demo/keys/" + id, "").getStatusCode())
                .isEqualTo(409);
        assertThat(at("POST", "/v1/stores/demo/keys/" + id + "/rotate", "").getStatusCode())
                .isEqualTo(409);
    }

    @Test
    void twenty_keys_are_the_most() {
        for (int i = 2; i < 20; i++) {
            assertThat(at("POST", "/v1/stores/demo/keys", "class: public").getStatusCode())
                    .isEqualTo(201);
        }
        assertThat(at("POST", "/v1/stores/demo/keys", "class: public").getStatusCode())
                .isEqualTo(409);
        assertThat(at("PUT", "/v1/stores/demo", FERN + "secretKeys: [a, b, c]\n")
                        .getStatusCode())
                .isEqualTo(409);
    }

    @Test
    void a_webhook_secret_is_made_or_handed_in_and_rotated() {
        Fields made = post("/v1/stores/demo/webhook-secrets", "platform: woocommerce");
        var handedIn = at("POST", "/v1/stores/demo/webhook-secrets", "{\"platform\":\"shopify\",\"secret\":\"hush\"}");
        assertThat(handedIn.getStatusCode()).isEqualTo(201);
        assertThat(handedIn.getBody()).doesNotContain("hush");
        assertThat(at("POST", "/v1/stores/demo/webhook-secrets", "platform: shopify\nsecret: hush")
                        .getStatusCode())
                .isEqualTo(409);

        String path = "/v1/stores/demo/webhook-secrets/" + made.text("id").orElseThrow();
        Fields fresh = post(path + "/rotate", "keep: 1h");

        assertThat(secrets(Platform.WOOCOMMERCE))
                .containsExactly(
                        made.text("secret").orElseThrow(), fresh.text("secret").orElseThrow());
        assertThat(secrets(Platform.SHOPIFY)).containsExactly("hush");
        world.later(Duration.ofHours(1));
        assertThat(secrets(Platform.WOOCOMMERCE))
                .containsExactly(fresh.text("secret").orElseThrow());
        assertThat(at("GET", "/v1/stores/demo/webhook-secrets", "").getBody())
                .doesNotContain("hush", fresh.text("secret").orElseThrow());
    }

    private List<String> secrets(Platform platform) {
        return world.stores().find(new StoreId("demo")).orElseThrow().webhooks().secretsOf(platform, world.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_demo", "pk_demo", "the-admin's-kez", "x"})
    void no_other_key_opens_the_desk_nor_tells_which_stores_there_are(String key) {
        for (String path : List.of("/v1/stores/demo", "/v1/stores/nobody", "/v1/stores/demo/keys", "/v1/stores/!")) {
            assertThat(world.atDesk(key, "GET", path, "").getBody())
                    .isEqualTo(world.atDesk("nothing", "GET", "/v1/stores/nobody", "")
                            .getBody());
            assertThat(world.atDesk(key, "GET", path, "").getStatusCode()).isEqualTo(401);
        }
        assertThat(world.log()).noneMatch(line -> line.contains("demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class: secrets", "{}", "[", "class: [secret]", "colour: red"})
    void a_key_that_is_asked_for_wrongly_is_not_made(String body) {
        assertThat(at("POST", "/v1/stores/demo/keys", body).getStatusCode()).isEqualTo(400);
    }

    @Test
    void what_is_not_there_is_said_not_to_be() {
        assertThat(at("POST", "/v1/stores/nobody/keys", "class: secret").getStatusCode())
                .isEqualTo(404);
        assertThat(at("DELETE", "/v1/stores/demo/keys/0123", "").getStatusCode())
                .isEqualTo(404);
        assertThat(at("GET", "/v1/stores/demo/orders", "").getStatusCode()).isEqualTo(404);
        assertThat(at("PATCH", "/v1/stores/demo", "").getStatusCode()).isEqualTo(405);
        assertThat(at("GET", "/v1/stores/DEMO!", "").getStatusCode()).isEqualTo(400);
        assertThat(at("PUT", "/v1/stores/fern", "#".repeat(70_000)).getStatusCode())
                .isEqualTo(400);
        assertThat(at("POST", "/v1/stores/demo/keys/x/rotate", "keep: 91d").getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void nobody_gets_in_where_no_admin_key_is_set() {
        assertThat(AdminKey.of("").isOpenedBy("")).isFalse();
        assertThat(AdminKey.of("").isOpenedBy(World.ADMIN)).isFalse();
    }
}
