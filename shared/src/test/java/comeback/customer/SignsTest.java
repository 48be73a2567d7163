package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant after(Duration span) {
        return NOON.plus(span);
    }

    @Test
    void who_never_did_anything_has_no_score() {
        assertThat(Signs.NONE.scoreAt(NOON)).isZero();
    }

    @Test
    void what_somebody_did_is_worth_half_after_thirty_days() {
        Signs bought = Signs.NONE.with(Sign.ORDER, NOON);

        assertThat(bought.scoreAt(NOON)).isEqualTo(10);
        assertThat(bought.scoreAt(after(Duration.ofDays(30)))).isEqualTo(5);
        assertThat(bought.scoreAt(after(Duration.ofDays(90)))).isEqualTo(1.25);
    }

    @Test
    void a_session_counts_once_by_the_strongest_thing_in_it() {
        Signs session = Signs.NONE
                .with(Sign.VISIT, NOON)
                .with(Sign.VISIT, after(Duration.ofMinutes(2)))
                .with(Sign.CART, after(Duration.ofMinutes(4)))
                .with(Sign.ORDER, after(Duration.ofMinutes(9)))
                .with(Sign.VISIT, after(Duration.ofMinutes(12)));

        assertThat(session.score()).isEqualTo(10, within(0.01));
        assertThat(session.with(Sign.VISIT, after(Duration.ofMinutes(43))).score())
                .isEqualTo(11, within(0.01));
    }

    @Test
    void reports_that_come_late_or_out_of_order_come_to_the_same() {
        Signs inOrder = Signs.NONE
                .with(Sign.ORDER, NOON)
                .with(Sign.CLICK, after(Duration.ofDays(3)))
                .with(Sign.VISIT, after(Duration.ofDays(40)));
        Signs outOfOrder = Signs.NONE
                .with(Sign.VISIT, after(Duration.ofDays(40)))
                .with(Sign.ORDER, NOON)
                .with(Sign.CLICK, after(Duration.ofDays(3)));

        assertThat(outOfOrder.score()).isEqualTo(inOrder.score(), within(0.01));
        assertThat(outOfOrder.seenAt()).isEqualTo(inOrder.seenAt());
        assertThat(outOfOrder.clickedAt()).isEqualTo(inOrder.clickedAt()).contains(after(Duration.ofDays(3)));
    }

    @Test
    void two_who_turn_out_to_be_one_did_what_both_did() {
        Signs ada = Signs.NONE.with(Sign.ORDER, NOON);
        Signs guest = Signs.NONE.with(Sign.CLICK, after(Duration.ofDays(30)));

        assertThat(ada.merge(guest)).isEqualTo(guest.merge(ada));
        assertThat(ada.merge(guest).score()).isEqualTo(8);
        assertThat(ada.merge(guest).clickedAt()).contains(after(Duration.ofDays(30)));
        assertThat(ada.merge(Signs.NONE)).isEqualTo(ada);
        assertThat(Signs.NONE.merge(ada)).isEqualTo(ada);
    }

    @Test
    void an_answer_is_a_word_of_theirs_and_the_last_one_counts_in_whatever_order_they_become_known() {
        Signs answered =
                Signs.NONE.replied(after(Duration.ofDays(2))).replied(NOON).with(Sign.VISIT, after(Duration.ofDays(3)));

        assertThat(answered.repliedAt()).contains(after(Duration.ofDays(2)));
        assertThat(answered.seenAt()).contains(after(Duration.ofDays(3)));
        assertThat(Signs.NONE.with(Sign.ORDER, NOON).merge(answered).repliedAt())
                .contains(after(Duration.ofDays(2)));
        assertThat(answered.merge(Signs.NONE.with(Sign.ORDER, NOON)).repliedAt())
                .contains(after(Duration.ofDays(2)));
    }
}
