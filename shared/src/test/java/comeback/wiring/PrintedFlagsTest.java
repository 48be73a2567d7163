package comeback.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Flags;
import comeback.commit.Samples;
import comeback.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintedFlagsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Flags flags = new PrintedFlags(new PrintStream(printed, true, StandardCharsets.UTF_8));
    private final Instant now = Samples.NOW;

    private Map<String, Object> line() {
        return Json.parseOwn(printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_sweep_tells_how_long_the_oldest_receipt_has_been_waiting_for() {
        flags.looked(new Flags.Look(2, now.minusSeconds(90), now, true), now);

        assertThat(line())
                .containsEntry("Overdue", 2)
                .containsEntry("OldestReceipt", 90)
                .containsEntry("OldestOtherMessage", 0)
                .containsEntry("SendingStopped", 1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("\"Namespace\":\"Comeback\"")
                .contains("\"Dimensions\":[[]]")
                .containsPattern("\\{[^}]*\"OldestReceipt\"[^}]*}")
                .contains("\"Unit\":\"Seconds\"")
                .contains("\"Timestamp\":" + now.toEpochMilli());
    }

    @Test
    void a_message_that_was_born_by_a_clock_ahead_of_ours_is_not_older_than_nothing() {
        flags.looked(new Flags.Look(0, now.plusSeconds(3), now, false), now);

        assertThat(line()).containsEntry("OldestReceipt", 0).containsEntry("SendingStopped", 0);
    }

    @Test
    void a_metric_by_store_is_also_counted_for_all_stores_and_ids_are_no_dimensions() {
        var line =
                new MetricLine().count("FlaggedMessages", 1).by("store", "demo").with("message", "m-1");

        assertThat(line.at(now)).contains("\"Dimensions\":[[\"store\"],[]]", "\"message\":\"m-1\"");
    }
}
