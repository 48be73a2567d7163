package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.wiring.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The function tells the sender to come again while it still can, instead of being stopped in the middle. */
class NoTimeLeftTest {
    private static final Pattern INGEST = Pattern.compile("(?m)^  Ingest:\\R(?:^   .*\\R|^\\R)+");
    private static final Pattern TIMEOUT = Pattern.compile("(?m)^      Timeout: (\\d+)$");
    private static final String TWO = """
            {"batch": [
              {"type": "track", "messageId": "m-1", "userId": "ada", "event": "Signed Up"},
              {"type": "track", "messageId": "m-2", "userId": "ben", "event": "Signed Up"}]}
            """;

    @Test
    void failure_mode_2_a_batch_that_takes_too_long_is_answered_503_and_its_repeat_keeps_the_rest() {
        var world = new World();

        world.hasTimeFor(1);
        assertThat(world.post("/v1/batch", TWO).getStatusCode()).isEqualTo(503);
        assertThat(world.events()).hasSize(1);

        world.hasTimeFor(2);
        assertThat(world.post("/v1/batch", TWO).getStatusCode()).isEqualTo(200);
        assertThat(world.events()).hasSize(2);
    }

    @Test
    void there_is_time_to_find_the_store_and_to_keep_an_event_before_the_function_is_stopped() throws IOException {
        String template = Files.readString(Path.of("..", "..", "template.yaml"));
        String ingest = INGEST.matcher(template)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        Duration timeout = TIMEOUT.matcher(ingest)
                .results()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .findFirst()
                .orElseThrow();

        // Two reads for key and store before the first event.
        assertThat(timeout)
                .isGreaterThan(Surroundings.CALL_WITHIN.multipliedBy(2).plus(IngestHandler.TIME_NEEDED));
    }
}
