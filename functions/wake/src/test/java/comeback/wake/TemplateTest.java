package comeback.wake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the code takes for granted about template.yaml. */
class TemplateTest {
    private static final Pattern WAKE = Pattern.compile("(?m)^  Wake:\\R(?:^   .*\\R|^\\R)+");
    private static final Pattern TIMEOUT = Pattern.compile("(?m)^      Timeout: (\\d+)$");

    @Test
    void who_shows_what_waits_stops_by_themselves_before_lambda_stops_them() throws IOException {
        String template = Files.readString(Path.of("..", "..", "template.yaml"));
        String wake = WAKE.matcher(template)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        Duration timeout = TIMEOUT.matcher(wake)
                .results()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .findFirst()
                .orElseThrow();

        // The last message and the alarm for the rest are three calls.
        assertThat(timeout).isGreaterThanOrEqualTo(Waiting.SHOWS_FOR.plusSeconds(15));
    }
}
