package comeback.table;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Sign;
import comeback.customer.Signs;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignsMapperTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Signs again(Signs signs) {
        return SignsMapper.read(signs.seenAt(), SignsMapper.write(signs));
    }

    @Test
    void signs_come_back_as_they_were_written() {
        Signs bought = Signs.NONE.with(Sign.ORDER, NOON);

        assertThat(again(Signs.NONE)).isEqualTo(Signs.NONE);
        assertThat(again(bought)).isEqualTo(bought);
        assertThat(again(bought.with(Sign.CLICK, NOON))).isEqualTo(bought.with(Sign.CLICK, NOON));
        assertThat(again(bought.replied(NOON))).isEqualTo(bought.replied(NOON));
        assertThat(again(bought.with(Sign.CLICK, NOON).replied(NOON)))
                .isEqualTo(bought.with(Sign.CLICK, NOON).replied(NOON));
    }

    @Test
    void those_of_before_anybody_could_answer_are_read() {
        assertThat(SignsMapper.read(Optional.of(NOON), Optional.of("3.0 3 2026-03-02T11:00:00Z")))
                .isEqualTo(new Signs(
                        Optional.of(NOON), Optional.of(Instant.parse("2026-03-02T11:00:00Z")), 3, 3, Optional.empty()));
    }
}
