package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whatever a body is wrapped in, the event inside is found, or the reason why it cannot be is said. */
class PackingTest {
    private static final String PAGE = "{\"userId\":\"u1\",\"name\":\"Çay 차\"}";

    private final World world = new World();

    @Test
    void gzip_in_base64_is_unpacked() {
        assertThat(world.send(page().gzip(PAGE)).getStatusCode()).isEqualTo(200);
        assertThat(world.happenings().all().getFirst().raw()).containsEntry("name", "Çay 차");
    }

    @Test
    void gzip_whose_header_got_lost_is_unpacked_all_the_same() {
        assertThat(world.send(page().base64(Post.gzipped(bytes(PAGE)))).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_that_a_proxy_has_unpacked_already_is_taken_as_it_is() {
        assertThat(world.send(page().header("Content-Encoding", "gzip").json(PAGE))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void plain_base64_is_undone() {
        world.send(page().base64(bytes(PAGE)));

        assertThat(world.happenings().all().getFirst().raw()).containsEntry("name", "Çay 차");
    }

    @Test
    void the_largest_body_that_is_allowed_is_taken() {
        assertThat(world.post("/v1/batch", batchOf(512_000)).getStatusCode()).isEqualTo(200);
    }

    @Test
    void one_byte_more_is_refused_with_its_size() {
        assertRefused(world.post("/v1/batch", batchOf(512_001)).getBody(), "body: 512001 bytes; at most 512000");
    }

    @Test
    void six_hundred_kilobytes_are_refused_with_their_size() {
        var answer = world.post("/v1/batch", batchOf(600 * 1024));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertRefused(answer.getBody(), "body: 614400 bytes; at most 512000");
    }

    @Test
    void a_bomb_is_refused_before_it_fills_the_memory() {
        byte[] bomb = Post.gzipped(new byte[100_000_000]);

        var answer = world.send(page().header("content-encoding", "gzip").base64(bomb));

        assertRefused(answer.getBody(), "body: more than 512000 bytes when unpacked; at most 512000");
    }

    @Test
    void gzip_that_ends_too_early_is_refused() {
        byte[] packed = Post.gzipped(bytes(PAGE));

        var answer = world.send(page().base64(Arrays.copyOf(packed, packed.length - 9)));

        assertRefused(answer.getBody(), "body: not whole as gzip");
    }

    @Test
    void a_packing_that_we_cannot_undo_is_named() {
        var answer = world.send(page().header("content-encoding", "br").json(PAGE));

        assertRefused(answer.getBody(), "body: Content-Encoding is not understood; send gzip, or none");
    }

    private static void assertRefused(String body, String problem) {
        assertThat(body).isEqualTo("{\"error\":\"nothing of this was kept\",\"problems\":[\"" + problem + "\"]}");
    }

    private static Post page() {
        return Post.to("/v1/page").key(Shops.SECRET_KEY);
    }

    private static String batchOf(int bytes) {
        String start = "{\"batch\":[],\"note\":\"";
        return start + "n".repeat(bytes - start.length() - 2) + "\"}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
