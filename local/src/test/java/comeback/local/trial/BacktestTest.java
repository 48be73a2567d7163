package comeback.local.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import comeback.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who changed a flow, and asks what it would have done to last months' shoppers. */
class BacktestTest {
    private static final Path TEMPLATES = Path.of("../templates");

    private static final String EVENTS = """
            {"type":"identify","messageId":"1","userId":"ada","timestamp":"2026-03-02T09:00:00Z",\
            "traits":{"email":"ada@example.com","acceptsMarketing":true}}
            {"messageId":"2","userId":"ada","timestamp":"2026-03-02T09:05:00Z","event":"Product Added",\
            "properties":{"product_id":"mug","name":"Stoneware mug","price":"18.00","currency":"USD"}}
            {"type":"identify","messageId":"3","userId":"bob","timestamp":"2026-03-02T09:10:00Z",\
            "traits":{"email":"bob@example.com","acceptsMarketing":true}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_letter_that_comes_too_late_now_is_told_with_who_gets_it_no_more() throws Exception {
        Path old = copy("old");
        Path now = copy("now");
        change(now.resolve("cart/flow.yaml"), "wait: 48h", "wait: 480h");

        List<String> lines = played(EVENTS, "--old", old.toString(), "--templates", now.toString(), "--days", "4");

        assertThat(lines.getFirst()).isEqualTo("3 events from 2026-03-02 to 2026-03-02");
        assertThat(lines)
                .anyMatch(line -> line.matches("cart / last-note +1 +0 +-1"))
                .anyMatch(line -> line.matches("cart / your-things +1 +1"))
                .anyMatch(line -> line.matches("cart / need-help +1 +1"))
                .anyMatch(line -> line.matches("people written to +1 +1"))
                .anyMatch(line -> line.matches("coupons given +1 +\\d( +-1)?"));
        assertThat(lines).contains("1 person gets something else:");
        assertThat(lines.getLast()).isEqualTo("  ada: -1 cart / last-note");
    }

    @Test
    void flows_that_are_as_they_were_make_no_difference() throws Exception {
        List<String> lines = played(EVENTS, "--old", TEMPLATES.toString(), "--days", "2");

        assertThat(lines.getLast()).isEqualTo("nobody gets anything else than before");
        assertThat(lines).noneMatch(line -> line.matches(".* [+-]\\d+"));
    }

    @Test
    void how_far_it_is_stands_in_one_line_from_nothing_to_all() throws Exception {
        List<String> shown = new ArrayList<>();

        Backtest.run(
                List.of("--events", file(EVENTS), "--old", TEMPLATES.toString(), "--days", "2"),
                Path.of(".."),
                line -> {},
                shown::add);

        assertThat(shown.getFirst()).startsWith("before [....");
        assertThat(shown).anyMatch(line -> line.startsWith("after  [##############################] 2026-03-04, "));
    }

    @Test
    void what_was_before_the_days_that_are_compared_is_known_and_starts_nothing() throws Exception {
        String longAgo = """
                {"messageId":"0","userId":"ada","timestamp":"2025-11-02T09:05:00Z","event":"Product Added",\
                "properties":{"product_id":"jug","name":"Stoneware jug","price":"28.00","currency":"USD"}}
                """;

        List<String> lines = played(longAgo + EVENTS, "--old", TEMPLATES.toString(), "--days", "0", "--since", "30d");

        assertThat(lines.getFirst()).isEqualTo("4 events from 2026-01-31 to 2026-03-02, 1 of them older, as history");
        assertThat(lines).anyMatch(line -> line.matches("all mails +0 +0"));
    }

    @Test
    void unless_told_otherwise_it_compares_with_what_git_has() throws Exception {
        Path flows = copy("shop");
        assumeTrue(git("init", "-q") && git("add", ".") && git("commit", "-q", "-m", "flows"), "there is a git");
        change(flows.resolve("cart/flow.yaml"), "wait: 48h", "wait: 480h");

        List<String> lines = played(EVENTS, "--templates", flows.toString(), "--days", "4");

        assertThat(lines.getLast()).isEqualTo("  ada: -1 cart / last-note");
    }

    @Test
    void an_export_of_the_table_has_the_events_in_its_timelines() throws Exception {
        Path export = Files.createDirectory(folder.resolve("export"));
        List<String> items = new ArrayList<>(List.of(item("CUSTOMER", Map.of())));
        EVENTS.lines()
                .map(line -> item("LOG#2026", Map.of("raw", parsed(line))))
                .forEach(items::add);
        items.add(item("LOG#2027", Map.of("raw", Map.of("id", 4711, "total_price", "18.00"))));
        items.add(item("LOG#2028", Map.of("name", "Alarm")));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(export.resolve("part.json.gz")))) {
            out.write(String.join("\n", items).getBytes(StandardCharsets.UTF_8));
        }

        Recording recording = Recording.read(export, Duration.ofDays(90));

        assertThat(recording.events()).hasSize(3);
        assertThat(recording)
                .hasToString("3 events from 2026-03-02 to 2026-03-02; of shop systems' documents 1 is left out");
    }

    @Test
    void what_cannot_be_compared_is_named() {
        assertThat(unclear("--old", TEMPLATES.toString())).startsWith("which events?");
        assertThat(unclear("--events", "nowhere.jsonl")).isEqualTo("there is no file nowhere.jsonl");
        assertThat(unclear("--events", file(EVENTS), "--old", "no-such-revision"))
                .startsWith("--old no-such-revision is no folder, and git has no such flows");
        assertThat(unclear("--since", "ever")).startsWith("--since ever: expected a number of days");
        assertThat(unclear("--loud", "1")).endsWith("\"--loud\" is none of these");
        assertThat(unclear("--templates", "nowhere")).isEqualTo("there is no folder nowhere");
    }

    private List<String> played(String events, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("--events", file(events)));
        words.addAll(List.of(more));
        List<String> lines = new ArrayList<>();
        Backtest.run(words, Path.of(".."), lines::add, line -> {});
        return lines;
    }

    private static String unclear(String... words) {
        List<String> messages = new ArrayList<>();
        assertThatExceptionOfType(TrialUnclear.class)
                .isThrownBy(() -> Backtest.run(List.of(words), Path.of(".."), line -> {}, line -> {}))
                .satisfies(e -> messages.add(String.valueOf(e.getMessage())));
        return messages.getFirst();
    }

    private static String item(String sortKey, Map<String, Object> body) {
        return Json.print(Map.of(
                "Item",
                Map.of(
                        "pk", Map.of("S", "S#demo#C#ada"),
                        "sk", Map.of("S", sortKey),
                        "body", Map.of("S", Json.print(body)))));
    }

    private static Map<String, Object> parsed(String line) {
        return Json.parse(line.getBytes(StandardCharsets.UTF_8)) instanceof Json.Parsed.Value(var value)
                ? value
                : Map.of();
    }

    private boolean git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.com"));
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path copy(String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(TEMPLATES.relativize(file).toString()));
            }
        }
        return to;
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private String file(String events) {
        try {
            return Files.writeString(folder.resolve("events.jsonl"), events).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
