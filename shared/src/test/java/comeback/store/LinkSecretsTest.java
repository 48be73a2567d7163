package comeback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkSecretsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(100));
    private static final LinkSecrets FIRST = new LinkSecrets(secret(1));

    private static String secret(int which) {
        return "a-link-secret-of-more-than-32-characters-" + which;
    }

    @Test
    void one_that_was_replaced_opens_for_two_years_and_not_a_moment_longer() {
        LinkSecrets second = FIRST.replaced(secret(2), NOW, LinkSecrets.KEEP);

        assertThat(second.valid(NOW)).containsExactly(secret(2), secret(1));
        assertThat(second.valid(NOW.plus(LinkSecrets.KEEP).minusMillis(1))).contains(secret(1));
        assertThat(second.valid(NOW.plus(LinkSecrets.KEEP))).containsExactly(secret(2));
    }

    @Test
    void one_that_others_know_can_be_ended_at_once() {
        assertThat(FIRST.replaced(secret(2), NOW, Duration.ZERO).valid(NOW)).containsExactly(secret(2));
    }

    @Test
    void what_was_signed_at_a_moment_is_signed_so_again() {
        LinkSecrets third =
                FIRST.replaced(secret(2), NOW, LinkSecrets.KEEP).replaced(secret(3), LATER, LinkSecrets.KEEP);

        assertThat(third.at(NOW.minusSeconds(1))).isEqualTo(secret(1));
        assertThat(third.at(NOW)).isEqualTo(secret(2));
        assertThat(third.at(LATER.minusSeconds(1))).isEqualTo(secret(2));
        assertThat(third.at(LATER)).isEqualTo(secret(3));
    }

    @Test
    void replaced_by_itself_it_is_not_replaced() {
        assertThat(FIRST.replaced(secret(1), NOW, LinkSecrets.KEEP)).isSameAs(FIRST);
    }

    @Test
    void one_that_is_taken_up_again_signs_and_is_former_no_more() {
        LinkSecrets back =
                FIRST.replaced(secret(2), NOW, LinkSecrets.KEEP).replaced(secret(1), LATER, LinkSecrets.KEEP);

        assertThat(back.valid(LATER)).containsExactly(secret(1), secret(2));
    }

    @Test
    void a_sixth_former_one_has_no_room_until_the_first_has_ended() {
        LinkSecrets full = FIRST;
        for (int which = 2; which <= 1 + LinkSecrets.FORMER_MAX; which++) {
            full = full.replaced(secret(which), NOW, LinkSecrets.KEEP);
        }
        LinkSecrets seen = full;

        assertThatThrownBy(() -> seen.replaced(secret(9), LATER, LinkSecrets.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a store has at most 5 former link secrets");
        Instant over = NOW.plus(LinkSecrets.KEEP);
        assertThat(seen.replaced(secret(9), over, LinkSecrets.KEEP).valid(over)).containsExactly(secret(9), secret(6));
    }

    @Test
    void no_log_ever_shows_one() {
        assertThat(FIRST.replaced(secret(2), NOW, LinkSecrets.KEEP).toString()).doesNotContain("a-link-secret");
        assertThat(FIRST.replaced(secret(2), NOW, LinkSecrets.KEEP).former().toString())
                .doesNotContain("a-link-secret");
    }
}
