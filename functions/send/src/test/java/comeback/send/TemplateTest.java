package comeback.send;

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
    private static final Pattern SEND = Pattern.compile("(?m)^  Send:\\R(?:^   .*\\R|^\\R)+");
    private static final Pattern TIMEOUT = Pattern.compile("(?m)^      Timeout: (\\d+)$");

    @Test
    void failure_mode_17_nobody_sends_after_their_lease_because_lambda_stops_them_before() throws IOException {
        String template = Files.readString(Path.of("..", "..", "template.yaml"));
        String send = SEND.matcher(template)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElseThrow();
        Duration timeout = TIMEOUT.matcher(send)
                .results()
                .findFirst()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .orElseThrow();

        assertThat(timeout).isLessThan(Sending.LEASE);
    }
}
