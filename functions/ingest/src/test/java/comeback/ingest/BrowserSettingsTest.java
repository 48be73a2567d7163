package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Browser clients ask for their settings first, and stay silent without them. */
class BrowserSettingsTest {
    private final World world = new World();

    @Test
    void segments_client_hears_where_to_post() {
        var answer =
                world.send(Post.with("GET", "/v1/projects/pk_demo/settings").header("host", "127.0.0.1:8080"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("\"apiHost\":\"127.0.0.1:8080/v1\"")
                .contains("\"protocol\":\"http\"")
                .contains("\"apiKey\":\"pk_demo\"");
    }

    @Test
    void behind_api_gateway_it_hears_https() {
        var answer = world.send(Post.with("GET", "/v1/projects/pk_demo/settings")
                .header("host", "abc123.execute-api.us-east-1.amazonaws.com")
                .header("x-forwarded-proto", "https"));

        assertThat(answer.getBody())
                .contains("\"apiHost\":\"abc123.execute-api.us-east-1.amazonaws.com/v1\"")
                .contains("\"protocol\":\"https\"");
    }

    @Test
    void rudders_client_hears_that_its_source_is_on() {
        var answer = world.send(Post.with("GET", "/sourceConfig/").query("writeKey", "pk_demo"));

        assertThat(answer.getBody()).contains("\"enabled\":true").contains("\"writeKey\":\"pk_demo\"");
    }

    @Test
    void a_stranger_hears_nothing() {
        assertThat(world.send(Post.with("GET", "/v1/projects/stranger/settings"))
                        .getStatusCode())
                .isEqualTo(401);
        assertThat(world.send(Post.with("GET", "/sourceConfig")).getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void settings_are_read_only() {
        assertThat(world.post("/v1/projects/pk_demo/settings", "{}").getStatusCode())
                .isEqualTo(405);
    }
}
