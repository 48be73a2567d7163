package comeback.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** How long a call to the table may take, so that whoever asked can still say that nothing was kept. */
class BoundedCallsTest {
    private static ClientOverrideConfiguration settings() {
        var settings = ClientOverrideConfiguration.builder();
        Surroundings.bounded(settings);
        return settings.build();
    }

    @Test
    void a_call_is_tried_three_times() {
        assertThat(settings().retryStrategy())
                .hasValueSatisfying(
                        strategy -> assertThat(strategy.maxAttempts()).isEqualTo(Surroundings.TRIES_MAX));
    }

    @Test
    void a_try_ends_after_two_seconds_and_a_call_after_five_whatever_happens() {
        assertThat(settings().apiCallAttemptTimeout()).contains(Duration.ofSeconds(2));
        assertThat(settings().apiCallTimeout()).contains(Duration.ofSeconds(5));
    }
}
