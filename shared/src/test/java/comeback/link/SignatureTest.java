package comeback.link;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Signature.isSame("a", "b")).isFalse();
    }
}
