package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders and browsers are told, and what the log says. */
class AnswersTest {
    private static final String TWO = """
            {"batch":[{"type":"track","userId":"u1","event":"Signed Up","messageId":"m1"},\
            {"type":"track","userId":"u1","event":"kim@shopper.example called","messageId":"m2"}]}""";

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/identify",
                "/v1/track",
                "/v1/page",
                "/v1/screen",
                "/v1/group",
                "/v1/alias",
                "/v1/track/",
                "/v1/i",
                "/v1/t",
                "/v1/p",
                "/v1/s",
                "/v1/g",
                "/v1/a",
                "/v1/batch",
                "/v1/b",
                "/v1/import",
                "/v1/import/",
                "/beacon/v1/track",
                "/beacon/v1/batch",
                "/api/s/page",
                "/api/s/track",
                "/api/s/s2s/track",
                "/batch/",
                "/batch",
                "/capture/",
                "/e/",
                "/i/v0/e/"
            })
    void every_path_of_the_family_is_known(String path) {
        var answer = world.post(path, "{\"userId\":\"u1\",\"previousId\":\"a1\",\"event\":\"x\",\"batch\":[]}");

        assertThat(answer.getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v2/track",
                "/v1/tracks",
                "/v1/track/x",
                "/beacon/v1/",
                "/batches",
                "//batch"
            })
    void an_unknown_path_is_answered_with_the_known_ones(String path) {
        var answer = world.post(path, "{}");

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getBody())
                .contains("\"/v1/track\"")
                .contains("\"/v1/batch\"")
                .contains("\"/beacon/v1/{call}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void a_known_path_with_the_wrong_method_says_the_right_one(String method) {
        var answer = world.send(Post.with(method, "/v1/track").key(Shops.SECRET_KEY));

        assertThat(answer.getStatusCode()).isEqualTo(405);
        assertThat(answer.getHeaders()).containsEntry("Allow", "POST, OPTIONS");
    }

    @Test
    void a_browser_that_asks_first_may_send_the_headers_it_asked_for() {
        var answer = world.send(Post.with("OPTIONS", "/v1/identify")
                .header("origin", "https://www.alderandpine.example")
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "anonymousid,authorization,content-type,sentat"));

        assertThat(answer.getStatusCode()).isEqualTo(204);
        assertThat(answer.getHeaders())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Headers", "anonymousid,authorization,content-type,sentat")
                .containsEntry("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void what_is_no_list_of_header_names_is_not_sent_back() {
        var answer = world.send(
                Post.with("OPTIONS", "/anywhere").header("access-control-request-headers", "x\r\nSet-Cookie: y"));

        assertThat(answer.getStatusCode()).isEqualTo(204);
        assertThat(answer.getHeaders().get("Access-Control-Allow-Headers"))
                .startsWith("authorization")
                .doesNotContain("Cookie");
    }

    @Test
    void a_page_may_read_every_answer() {
        assertThat(world.post("/v1/track", "{").getHeaders()).containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(world.post("/nowhere", "{").getHeaders()).containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(world.post("/v1/batch", TWO).getHeaders()).containsEntry("Access-Control-Allow-Origin", "*");
    }

    @Test
    void an_event_that_could_not_be_stored_is_asked_for_again_and_the_others_are_kept() {
        world.happenings().failNext(1);
        var answer = world.post("/v1/batch", TWO);

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsEntry("Retry-After", "1");
        assertThat(world.only().id()).isEqualTo("m2");
        assertThat(world.log().getFirst()).contains("\"answer\":503").contains("the table does not answer");

        assertThat(world.post("/v1/batch", TWO).getStatusCode()).isEqualTo(200);
        assertThat(world.events()).hasSize(2);
    }

    @Test
    void a_table_that_does_not_answer_is_not_asked_2500_times() {
        world.happenings().failNext(Integer.MAX_VALUE);
        String batch = "{\"batch\":[" + "{\"type\":\"page\",\"userId\":\"u1\"},".repeat(99)
                + "{\"type\":\"page\",\"userId\":\"u1\"}]}";

        assertThat(world.post("/v1/batch", batch).getStatusCode()).isEqualTo(503);
        assertThat(world.happenings().calls()).isEqualTo(3);
    }

    @Test
    void a_key_that_cannot_be_looked_up_is_not_called_unknown() {
        world.stores().goDown();

        assertThat(world.post("/v1/batch", TWO).getStatusCode()).isEqualTo(503);
        assertThat(world.log().getFirst()).contains("\"answer\":503").contains("the table does not answer");
    }

    @Test
    void the_log_has_one_line_a_request_and_nothing_personal() {
        world.post("/v1/batch", TWO);
        world.post("/v1/track", "{\"event\":\"kim@shopper.example called\"}");
        world.send(Post.to("/v1/track").key("stranger").json("{}"));

        assertThat(world.log())
                .containsExactly(
                        "{\"did\":\"ingest\",\"store\":\"demo\",\"answer\":200,\"events\":2,"
                                + "\"names\":{\"SignedUp\":1,\"Unrecognised\":1}}",
                        "{\"did\":\"ingest\",\"store\":\"demo\",\"answer\":400,\"events\":0,\"names\":{}}",
                        "{\"did\":\"ingest\",\"answer\":401,\"events\":0,\"names\":{}}");
    }
}
