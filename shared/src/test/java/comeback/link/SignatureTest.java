package comeback.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "a-secret-of-the-demo-store";

    /** As openssl signs it; changed, links in letters of two years would lead nowhere. */
    @Test
    void links_of_old_letters_stay_good() {
        assertThat(Signature.of(SECRET, "unsubscribe", "demo", "c-1", "m-1")).isEqualTo("DgZcXZMjBe1TsHsxxfLpxw");
    }

    @Test
    void a_link_for_one_thing_opens_no_other() {
        assertThat(Signature.of(SECRET, "view-order", "demo", "c-1", "m-1"))
                .isNotEqualTo(Signature.of(SECRET, "unsubscribe", "demo", "c-1", "m-1"));
    }

    @Test
    void a_token_is_good_when_any_secret_signed_it() {
        assertThat(Signature.isOneOf(Stream.of("a", "b"), "b")).isTrue();
        assertThat(Signature.isOneOf(Stream.of("a", "b"), "a")).isTrue();
        assertThat(Signature.isOneOf(Stream.of("a", "b"), "c")).isFalse();
        assertThat(Signature.isOneOf(Stream.of(), "")).isFalse();
    }
}
