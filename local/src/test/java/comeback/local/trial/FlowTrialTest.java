package comeback.local.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who tries a flow with events that once happened. */
class FlowTrialTest {
    private static final String LEFT = """
            {"type":"identify","messageId":"1","userId":"ada","timestamp":"2026-03-02T09:00:00Z",\
            "traits":{"email":"ada@example.com","acceptsMarketing":true}}
            {"messageId":"2","userId":"ada","timestamp":"2026-03-02T09:05:00Z","event":"Product Added",\
            "properties":{"product_id":"mug","name":"Stoneware mug","price":"18.00","currency":"USD"}}
            """;

    private static final String BOUGHT = """
            {"messageId":"3","userId":"ada","timestamp":"2026-03-02T12:00:00Z","event":"Order Completed",\
            "properties":{"order_id":"1001","total":"18.00","currency":"USD"}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_cart_that_was_left_is_told_letter_by_letter_with_the_reasons() throws Exception {
        List<String> lines = played(LEFT, "--days", "4");

        assertThat(lines.getFirst()).isEqualTo("cart, with 2 events from 2026-03-02 09:00 UTC on");
        assertThat(lines)
                .filteredOn(line -> line.contains("SENT"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("2026-03-02 10:05  ada          SENT         cart / need-help: \""),
                        line -> assertThat(line)
                                .startsWith("2026-03-03 09:05  ada          SENT         cart / your-things"),
                        line -> assertThat(line)
                                .startsWith("2026-03-04 09:05  ada          SENT         cart / last-note"));
        assertThat(lines).anyMatch(line -> line.startsWith("2026-03-02 09:05  ada          started"));
        assertThat(lines.getLast()).startsWith("3 sent, 0 not sent");
    }

    @Test
    void who_bought_is_reminded_no_more_and_the_purchase_is_the_reason() throws Exception {
        // In whatever order they stand in the file.
        List<String> lines = played(BOUGHT + LEFT, "--days", "4");

        assertThat(lines).filteredOn(line -> line.contains(" SENT ")).hasSize(1);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("2026-03-02 12:00  ada          stopped") && line.contains("1001"));
        assertThat(lines.getLast())
                .startsWith("1 sent, 0 not sent; beside them ")
                .contains("order-confirmation=1");
    }

    @Test
    void a_batch_is_played_as_its_events_are() throws Exception {
        String batch = "{\"batch\":[" + String.join(",", LEFT.lines().toList()) + "]}";

        assertThat(played(batch, "--days", "0").getLast()).startsWith("0 sent");
    }

    @Test
    void a_mistake_is_named_with_file_and_line() {
        assertThat(mistake(LEFT + "{\"userId\":\"ada\",\"event\":\"Product Added\"}"))
                .isEqualTo(
                        "events.jsonl:3: \"timestamp\" is missing or no time; expected one like 2026-03-02T09:00:00Z");
        assertThat(mistake("[1]")).startsWith("events.jsonl:1: not a JSON object");
        assertThat(mistake("")).endsWith("events.jsonl: there is no event in it");
        assertThat(mistake(LEFT.replace("\"userId\":\"ada\",", ""))).startsWith("events.jsonl:2: was answered 400");
    }

    @Test
    void a_flow_that_is_not_there_and_words_that_say_nothing_are_named() {
        assertThat(unclear("templates/nothing", "--events", "x")).startsWith("there is no templates/nothing/flow.yaml");
        assertThat(unclear("--events", "x")).startsWith("which flow?");
        assertThat(unclear("../templates/cart")).startsWith("which events?");
        assertThat(unclear("../templates/cart", "--days", "many")).startsWith("--days many: expected a number");
        assertThat(unclear("../templates/cart", "--loud")).contains("\"--loud\" is none of these");
        assertThat(unclear("../templates/cart", "--events", "nowhere.jsonl"))
                .isEqualTo("there is no file nowhere.jsonl");
    }

    private List<String> played(String events, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("../templates/cart", "--events", file(events)));
        words.addAll(List.of(more));
        List<String> lines = new ArrayList<>();
        FlowTrial.run(words, lines::add);
        return lines;
    }

    private String mistake(String events) {
        return unclear("../templates/cart", "--days", "0", "--events", file(events));
    }

    private static String unclear(String... words) {
        List<String> messages = new ArrayList<>();
        assertThatExceptionOfType(TrialUnclear.class)
                .isThrownBy(() -> FlowTrial.run(List.of(words), line -> {}))
                .satisfies(e -> messages.add(String.valueOf(e.getMessage())));
        return messages.getFirst();
    }

    private String file(String events) {
        try {
            return Files.writeString(folder.resolve("events.jsonl"), events).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
