package comeback.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A night costs what those who are due cost: the same among few as among very many, because nobody else is read.
 * {@code -Dnight.due=1000 -Dnight.few=10000 -Dnight.some=100000 -Dnight.people=1000000} counts it among a million (some
 * minutes, and 5 GB of memory).
 */
class SdkNightTest {
    private static final int DUE = Integer.getInteger("night.due", 100);
    private static final int FEW = Integer.getInteger("night.few", 200);
    private static final int SOME = Integer.getInteger("night.some", 1_000);
    private static final int MANY = Integer.getInteger("night.people", 3_000);

    @Test
    void who_is_due_costs_the_same_among_very_many_as_among_few_and_nobody_else_is_read() {
        Night.Cost few = counted(FEW);
        Night.Cost some = counted(SOME);
        Night.Cost many = counted(MANY);

        assertThat(few.begun()).isGreaterThan(DUE / 2);
        assertThat(some).isEqualTo(few);
        assertThat(many).isEqualTo(few);
    }

    @Test
    void a_night_in_which_nobody_is_due_costs_the_same_however_many_there_are() {
        assertThat(new Night(0, SOME).cost()).isEqualTo(new Night(0, 0).cost());
    }

    private static Night.Cost counted(int others) {
        Night.Cost cost = new Night(DUE, others).cost();
        System.out.printf(
                Locale.ROOT,
                "a night: %d due among %d others: per due customer %.3f calls, %.3f read units, %.3f write units; %d read who"
                        + " are not due; %s%n",
                DUE,
                others,
                (double) cost.allCalls() / DUE,
                cost.readUnits() / DUE,
                (double) cost.writeUnits() / DUE,
                cost.notDueButRead(),
                cost.calls());
        assertThat(cost.notDueButRead()).isZero();
        return cost;
    }
}
