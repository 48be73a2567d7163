package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Ref;
import comeback.event.Event;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Requests made as PostHog's clients make them. */
class PostHogTest {
    private static final String VISITOR = """
            {"event":"Product Added","uuid":"v1","timestamp":"2026-03-02T08:59:59.000Z","properties":{"token":"pk_demo",\
            "distinct_id":"device-1","$device_id":"device-1","$is_identified":false,"$lib":"web","$lib_version":"1.300.0",\
            "$browser_language":"tr-TR","$timezone":"Europe/Istanbul","product_id":"mug-1","price":18,"currency":"USD"}}""";

    private final World world = new World();

    @Test
    void a_browser_posts_a_list_and_calls_a_visitor_by_the_id_of_the_device() {
        var answer =
                world.send(Post.to("/e/").header("content-type", "text/plain").gzip("[" + VISITOR + "]"));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(world.only().refs()).containsExactly(Ref.anonymous("device-1"));
        assertThat(world.only().event()).isInstanceOf(Event.ProductAdded.class);
        assertThat(world.only().source()).isEqualTo("PostHog API from web 1.300.0");
        assertThat(world.only().profile().locale()).map(Object::toString).contains("tr_TR");
        assertThat(world.only().profile().zone()).map(Object::toString).contains("Europe/Istanbul");
    }

    @Test
    void a_browser_without_compression_puts_base64_into_a_form() {
        String data = Base64.getEncoder().encodeToString(VISITOR.getBytes(StandardCharsets.UTF_8));
        world.send(Post.to("/i/v0/e/")
                .header("content-type", "application/x-www-form-urlencoded")
                .json("data=" + URLEncoder.encode(data, StandardCharsets.US_ASCII)));

        assertThat(world.only().id()).isEqualTo("v1");
    }

    @Test
    void the_key_inside_the_properties_is_not_kept() {
        world.send(Post.to("/e/").json(VISITOR));

        assertThat(world.happenings().all().getFirst().raw().toString())
                .contains("mug-1")
                .doesNotContain("pk_demo");
    }

    @Test
    void who_signs_in_was_the_visitor_until_now() {
        world.send(Post.to("/capture/").json("""
                {"api_key":"sk_demo","event":"$identify","distinct_id":"u1","uuid":"i1",\
                "properties":{"$anon_distinct_id":"device-1","$set":{"email":"kim@shopper.example"},\
                "$set_once":{"firstName":"Kim"}}}"""));

        assertThat(world.only().refs())
                .extracting(Ref::kind)
                .containsExactly(Ref.Kind.USER, Ref.Kind.EMAIL, Ref.Kind.ANONYMOUS);
        assertThat(world.only().profile().firstName()).contains("Kim");
    }

    @Test
    void an_alias_names_whom_the_person_was_before() {
        world.send(Post.to("/batch/").json("""
                {"api_key":"sk_demo","batch":[{"event":"$create_alias","distinct_id":"u1","uuid":"a1",\
                "properties":{"distinct_id":"u1","alias":"device-1"}}]}"""));

        assertThat(world.only().refs()).containsExactly(Ref.user("u1"), Ref.anonymous("device-1"));
    }

    @Test
    void an_item_about_nobody_is_lost_and_named_and_the_others_are_kept() {
        var answer = world.send(Post.to("/batch/").json("""
                {"api_key":"sk_demo","batch":[{"event":"$pageview","uuid":"a"},\
                {"event":"$pageview","distinct_id":7,"uuid":"b"}]}"""));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).contains("batch[0].userId: required");
        assertThat(world.only().refs()).containsExactly(Ref.user("7"));
    }

    @Test
    void a_form_that_holds_no_base64_is_refused() {
        assertThat(world.send(Post.to("/e/").json("data=%")).getStatusCode()).isEqualTo(400);
        assertThat(world.send(Post.to("/e/").json("data=e30%3D")).getStatusCode())
                .isEqualTo(401);
    }
}
