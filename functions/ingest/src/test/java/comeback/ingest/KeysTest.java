package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.store.KeyClass;
import comeback.store.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write key may stand where any client puts it, and says whose the event is and what it may start. */
class KeysTest {
    private static final String PAGE = "{\"userId\":\"u1\",\"messageId\":\"m1\"}";

    private final World world = new World();

    @Test
    void a_key_is_the_user_name_of_basic() {
        assertKept(page().key(Shops.SECRET_KEY), KeyClass.SECRET);
    }

    @Test
    void a_key_is_in_a_header_of_its_own() {
        assertKept(page().header("x-write-key", Shops.PUBLIC_KEY), KeyClass.PUBLIC);
    }

    @Test
    void a_key_is_in_the_body() {
        assertKept(Post.to("/v1/page").json("{\"userId\":\"u1\",\"writeKey\":\"sk_demo\"}"), KeyClass.SECRET);
    }

    @Test
    void a_key_is_in_the_body_under_the_other_name() {
        assertKept(Post.to("/v1/page").json("{\"userId\":\"u1\",\"api_key\":\"sk_demo\"}"), KeyClass.SECRET);
    }

    @Test
    void a_key_is_in_the_address() {
        assertKept(page().query("writeKey", Shops.PUBLIC_KEY), KeyClass.PUBLIC);
    }

    @Test
    void a_key_is_a_bearer() {
        assertKept(page().header("Authorization", "Bearer sk_demo"), KeyClass.SECRET);
    }

    @Test
    void header_names_may_come_in_any_case() {
        assertKept(page().header("X-WRITE-KEY", Shops.SECRET_KEY), KeyClass.SECRET);
    }

    @Test
    void basic_counts_before_all_other_places() {
        assertKept(
                page().key(Shops.SECRET_KEY).header("x-write-key", "pk_demo").query("writeKey", "pk_demo"),
                KeyClass.SECRET);
    }

    @Test
    void a_key_in_the_body_counts_before_a_bearer_which_may_be_a_token_of_something_else() {
        var post = Post.to("/v1/page")
                .header("authorization", "Bearer eyJhbGciOi")
                .json("{\"userId\":\"u1\",\"writeKey\":\"sk_demo\"}");

        assertKept(post, KeyClass.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ???",
                "Basic Og==",
                "Basic c3RyYW5nZXI6",
                "Bearer ",
                "Digest x",
                "Bearer stranger"
            })
    void a_key_that_no_shop_has_is_answered_with_where_a_key_may_stand(String authorization) {
        var answer = world.send(page().header("authorization", authorization));

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getBody())
                .contains("\"error\":\"unknown key\"")
                .contains("X-Write-Key")
                .contains("?writeKey=");
        assertThat(world.events()).isEmpty();
    }

    @Test
    void a_key_without_end_is_unknown() {
        assertThat(world.send(page().header("x-write-key", "k".repeat(100_000))).getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void a_stranger_learns_nothing_about_what_is_wrong_with_the_event() {
        var answer = world.send(Post.to("/v1/track").key("stranger").json("{\"event\":\"Order Completed\"}"));

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getBody()).doesNotContain("order_id");
    }

    @Test
    void the_same_message_of_two_shops_is_two_events() {
        world.send(page().key("sk_demo"));
        world.send(page().key("sk_other"));

        assertThat(world.happenings().all())
                .extracting(kept -> kept.store().id())
                .containsExactly(new StoreId("demo"), new StoreId("other"));
    }

    private static Post page() {
        return Post.to("/v1/page").json(PAGE);
    }

    private void assertKept(Post post, KeyClass keyClass) {
        assertThat(world.send(post).getStatusCode()).isEqualTo(200);
        assertThat(world.only().keyClass()).isEqualTo(keyClass);
    }
}
