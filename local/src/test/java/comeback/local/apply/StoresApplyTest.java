package comeback.local.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.local.Signed;
import comeback.local.TestWorld;
import comeback.storefile.StoresFileInvalid;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same file that a laptop takes makes a deployment's stores. */
class StoresApplyTest {
    private static final String ADMIN = "admin_demo";
    private static final String FERN = """
            stores:
              - id: fern
                name: Fern
                brand: {home: "https://fern.example", colour: "#112233", address: "1 Street, Town"}
                sender: {name: Fern, address: hello@fern.example}
                locale: tr
                zone: Europe/Istanbul
            """;

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        world.close();
    }

    private List<String> applied(String yaml) throws IOException {
        return applied(yaml, ADMIN, world.uri());
    }

    private List<String> applied(String yaml, String key, URI endpoint) throws IOException {
        List<String> told = new ArrayList<>();
        new StoresApply(endpoint, key).apply(Files.writeString(folder.resolve("stores.yaml"), yaml), told::add);
        return told;
    }

    @Test
    void a_file_is_applied_and_applied_again_changes_nothing() throws IOException {
        assertThat(applied(FERN))
                .containsExactly("fern: created; it has no key yet, POST /v1/stores/fern/keys makes one");
        assertThat(applied(FERN)).containsExactly("fern: as it was");
        assertThat(applied(FERN.replace("#112233", "#445566") + "    secretKeys: [sk_fern]\n"))
                .containsExactly("fern: changed brand.colour, secretKeys");
    }

    @Test
    void the_demos_own_file_is_what_is_there_already() throws IOException {
        String demo = Files.readString(Path.of("src/main/resources/comeback/local/demo-stores.yaml"));

        assertThat(applied(demo)).containsExactly("demo: as it was");
    }

    @Test
    void a_store_that_was_applied_takes_events_with_a_key_that_was_made_for_it() throws IOException {
        applied(FERN);
        String key = made().text("key").orElseThrow();

        assertThat(tracked(key)).isEqualTo(200);
        assertThat(applied(FERN.replace("#112233", "#445566"))).containsExactly("fern: changed brand.colour");
        world.advance(Duration.ofMinutes(2));
        assertThat(tracked(key)).isEqualTo(200);
        assertThat(tracked("sk_demo")).isEqualTo(200);
    }

    private Fields made() {
        return asked(world.request("/v1/stores/fern/keys").POST(BodyPublishers.ofString("class: secret")));
    }

    private Fields asked(HttpRequest.Builder request) {
        Signed.basic(ADMIN).forEach(request::header);
        return Fields.of(Json.parseOwn(world.send(request).body()));
    }

    @Test
    void a_key_that_was_revoked_opens_nothing_any_more() throws IOException {
        applied(FERN);
        Fields made = made();
        String key = made.text("key").orElseThrow();
        assertThat(tracked(key)).isEqualTo(200);

        String id = made.text("id").orElseThrow();
        assertThat(asked(world.request("/v1/stores/fern/keys/" + id).DELETE()).text("revoked"))
                .contains(id);
        world.advance(Duration.ofMinutes(2));

        assertThat(tracked(key)).isEqualTo(401);
    }

    private int tracked(String key) {
        var request = world.request("/v1/track")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"userId\":\"ada\",\"event\":\"Signed Up\"}"));
        Signed.basic(key).forEach(request::header);
        return world.send(request).statusCode();
    }

    @Test
    void a_mistake_anywhere_in_the_file_is_named_with_its_line_and_nothing_is_applied() {
        String second = FERN.replace("stores:\n", "").replace("fern", "moss").replace("locale: tr", "locale: turkish!");

        assertThatThrownBy(() -> applied(FERN + second))
                .isInstanceOf(StoresFileInvalid.class)
                .hasMessageContaining("stores.yaml:12: \"locale\" must be a language");
        assertThatThrownBy(() -> applied("stores: []")).isInstanceOf(StoresFileInvalid.class);
        var request = world.request("/v1/stores/fern").GET();
        Signed.basic(ADMIN).forEach(request::header);
        assertThat(world.send(request).statusCode()).isEqualTo(404);
    }

    @Test
    void the_wrong_key_and_the_wrong_address_are_told_as_such() {
        assertThatThrownBy(() -> applied(FERN, "sk_demo", world.uri()))
                .isInstanceOf(NotApplied.class)
                .hasMessageContaining("fern: COMEBACK_ADMIN_KEY is not the admin key")
                .hasMessageNotContaining("sk_demo");
        assertThatThrownBy(() -> applied(FERN, ADMIN, URI.create("http://127.0.0.1:9")))
                .isInstanceOf(NotApplied.class)
                .hasMessageContaining("does not answer");
        for (String wrong : List.of("http://shop.example", "shop.example", "https://", "::", "ftp://127.0.0.1")) {
            assertThatThrownBy(() -> StoresApply.endpoint(wrong))
                    .isInstanceOf(NotApplied.class)
                    .hasMessageContaining("--endpoint " + wrong);
        }
        assertThat(StoresApply.endpoint("https://abc.execute-api.eu-west-1.amazonaws.com"))
                .isNotNull();
    }

    @Test
    void what_the_deployment_refuses_is_told_as_it_says_it() {
        assertThatThrownBy(() -> applied(FERN + "    secretKeys: [sk_demo]\n"))
                .isInstanceOf(NotApplied.class)
                .hasMessage("fern: one of these keys is another store's");
    }
}
