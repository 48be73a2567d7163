package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.store.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Alarms} does. */
public abstract class AlarmsContract {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final CustomerId BOB = CustomerId.of(Ref.user("bob"));

    protected abstract Alarms alarms();

    /** How many alarms stand now. */
    protected abstract long standing();

    /** From now on no alarm can be set. */
    protected abstract void breakDown();

    @Test
    void the_same_alarm_twice_is_one() {
        alarms().set(Samples.STORE, Samples.ADA, AT);
        alarms().set(Samples.STORE, Samples.ADA, AT);

        assertThat(standing()).isEqualTo(1);
    }

    @Test
    void another_minute_another_customer_and_another_store_are_alarms_of_their_own() {
        alarms().set(Samples.STORE, Samples.ADA, AT);
        alarms().set(Samples.STORE, Samples.ADA, AT.plusSeconds(60));
        alarms().set(Samples.STORE, BOB, AT);
        alarms().set(new StoreId("other"), Samples.ADA, AT);

        assertThat(standing()).isEqualTo(4);
    }

    @Test
    void an_alarm_that_cannot_be_set_says_so() {
        breakDown();

        assertThatThrownBy(() -> alarms().set(Samples.STORE, Samples.ADA, AT)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void two_moments_of_one_minute_are_one_alarm() {
        alarms().set(Samples.STORE, Samples.ADA, AT);
        alarms().set(Samples.STORE, Samples.ADA, AT.plusSeconds(59));

        assertThat(standing()).isEqualTo(1);
    }
}
