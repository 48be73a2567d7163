package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.customer.Who;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the holder of a store's secret key, and only about that store's customers. */
class WhoMayAskTest {
    private final World world = new World().leavesAMug();

    private static String error(APIGatewayV2HTTPResponse response) {
        return World.body(response).text("error").orElseThrow();
    }

    @Test
    void a_forged_key_learns_nothing() {
        var answer = world.ask(World.basic("sk_forged"), World.ADA.value(), "timeline", Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(error(answer)).startsWith("unknown key");
    }

    @Test
    void no_key_at_all_learns_nothing() {
        assertThat(world.ask(Map.of(), World.ADA.value(), "explain", Map.of("flow", "cart"))
                        .getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void a_public_key_stands_in_every_browser_and_may_not_ask() {
        var answer = world.ask(World.basic("pk_demo"), World.ADA.value(), "timeline", Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(error(answer)).startsWith("a public key may not read about customers");
    }

    @Test
    void another_stores_customer_is_nobody() {
        var answer = world.ask(World.basic("sk_other"), World.ADA.value(), "timeline", Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(error(answer)).isEqualTo("this store has no such customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:ada", "email:ADA@example.com"})
    void a_customer_may_be_asked_about_by_the_stores_own_name_for_them(String who) {
        var answer = world.ask(who, "timeline", Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(World.body(answer).text("customer")).contains(World.ADA.value());
    }

    @Test
    void the_key_may_come_as_a_bearer_too() {
        assertThat(world.ask(Map.of("Authorization", "Bearer sk_demo"), "user:ada", "timeline", Map.of())
                        .getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "", "email:ada", "user:", "user:  ", "aaaaaaaaaaaaaaaaaaaaaaaaa1", "<script>"})
    void who_names_nobody_is_told_how_to_name_someone(String who) {
        var answer = world.ask(who, "timeline", Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo(Who.EXPECTED);
    }

    @Test
    void someone_nobody_ever_met_is_not_found() {
        assertThat(world.ask("user:grace", "timeline", Map.of()).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void nothing_personal_is_logged_and_nothing_is_kept_by_a_cache() {
        var answer = world.ask("email:ada@example.com", "timeline", Map.of());

        assertThat(world.log())
                .containsExactly(
                        "{\"did\":\"console\",\"store\":\"demo\",\"customer\":\"" + World.ADA + "\",\"answer\":200}");
        assertThat(answer.getHeaders()).containsEntry("Cache-Control", "no-store");
        assertThat(answer.getHeaders()).doesNotContainKey("Access-Control-Allow-Origin");
    }
}
