package comeback.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A crowd hears that a thing is back: each once, at the price of each of a few, a page at a time, whoever dies then.
 * {@code -Dwave.people=100000} lets as many wait (some minutes).
 */
class SdkCrowdTest {
    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("wave.people", 300);

    /** A prime, so that deaths wander over all kinds of calls. */
    private static final int DIES_EVERY = 97;

    @Test
    void each_of_a_crowd_hears_once_at_the_price_of_each_of_a_few() {
        Crowd.Told few = new Crowd(FEW, 0).told();
        Crowd.Told many = new Crowd(MANY, 0).told();

        print(few, FEW);
        print(many, MANY);
        assertThat(many.letters()).hasSize(MANY).allSatisfy((who, letters) -> {
            assertThat(letters).isEqualTo(1);
        });
        assertThat((double) many.allCalls() / MANY).isLessThanOrEqualTo((double) few.allCalls() / FEW * 1.02);
        assertThat((double) many.writeUnits() / MANY).isLessThanOrEqualTo((double) few.writeUnits() / FEW * 1.02);
        assertThat(many.largestAnswer())
                .as("a page of them at most is in memory")
                .isLessThanOrEqualTo(few.largestAnswer() + few.largestAnswer() / 10);
    }

    @Test
    void each_of_a_crowd_hears_once_though_whoever_tells_them_dies_again_and_again() {
        Crowd.Told told = new Crowd(MANY, DIES_EVERY).told();

        print(told, MANY);
        assertThat(told.deaths()).isGreaterThan(MANY / DIES_EVERY);
        assertThat(told.letters()).hasSize(MANY).allSatisfy((who, letters) -> {
            assertThat(letters).isEqualTo(1);
        });
    }

    private static void print(Crowd.Told told, int people) {
        System.out.printf(
                Locale.ROOT,
                "told that it is back: %d people, %d deaths, per person %.2f calls and %.2f write units, largest answer %d bytes: %s%n",
                people,
                told.deaths(),
                (double) told.allCalls() / people,
                (double) told.writeUnits() / people,
                told.largestAnswer(),
                told.calls());
    }
}
