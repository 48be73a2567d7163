package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.LogEntry;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened to a customer, newest first. */
class TimelineTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = new World();

    private Fields timeline(Map<String, String> query) {
        var answer = world.ask("user:ada", "timeline", query);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        return World.body(answer);
    }

    private static List<Fields> lines(Fields timeline) {
        return timeline.objects("lines").orElseThrow();
    }

    @Test
    void each_event_comes_with_what_was_decided_and_what_was_sent_to_us() {
        world.leavesAMug();

        Fields line = lines(timeline(Map.of())).getFirst();

        assertThat(line.text("event")).contains("Product Added");
        assertThat(line.text("at")).contains("2026-03-02T09:00:00Z");
        assertThat(line.objectOrEmpty("raw").text("event")).contains("Product Added");
        Fields started = line.objects("decisions").orElseThrow().stream()
                .filter(decision -> decision.text("flow").equals(Optional.of("cart")))
                .findFirst()
                .orElseThrow();
        assertThat(started.text("verdict")).contains("STARTED");
        assertThat(started.text("text")).contains("because of Product Added");
        assertThat(started.text("because")).contains("Product Added");
    }

    @Test
    void a_letter_that_was_not_sent_comes_with_its_rule_and_what_would_have_changed_it() {
        world.leavesAMug().after(HOUR);
        MessageId needHelp = new MessageId(lines(timeline(Map.of()))
                .getFirst()
                .objects("messages")
                .orElseThrow()
                .getFirst()
                .text("id")
                .orElseThrow());
        world.settles(
                needHelp,
                new MessageState.Skipped(
                        new Ruling("cart", "closed", "the cart was bought meanwhile", "It would have gone, else."),
                        world.now()));

        Fields letter = lines(timeline(Map.of()))
                .getFirst()
                .objects("messages")
                .orElseThrow()
                .getFirst();

        assertThat(letter.text("step")).contains("need-help");
        assertThat(letter.text("state")).contains("SKIPPED");
        assertThat(letter.text("text")).contains("was not sent: the cart was bought meanwhile");
        assertThat(letter.text("rule")).contains("cart");
        assertThat(letter.text("otherwise")).contains("It would have gone, else.");
    }

    @Test
    void a_long_timeline_comes_in_pages_without_a_gap() {
        world.leavesAMug();
        for (int i = 0; i < 120; i++) {
            world.logs(new LogEntry(
                    world.now().plusSeconds(i + 1), "l-" + i, "Page Viewed", "test", Map.of(), List.of(), List.of()));
        }

        List<String> ids = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", "50"));
        boolean isMore = true;
        while (isMore) {
            Fields page = timeline(query);
            lines(page).forEach(line -> ids.add(line.text("id").orElseThrow()));
            isMore = page.text("next").isPresent();
            page.text("next").ifPresent(next -> query.put("after", next));
        }

        assertThat(ids).hasSize(121).doesNotHaveDuplicates().startsWith("l-119").endsWith("e-1");
    }

    @Test
    void someone_without_a_line_on_a_page_has_an_empty_list_and_not_none() {
        assertThat(Json.print(TimelineJson.line(
                        new LogEntry(world.now(), "l", "Page Viewed", "test", Map.of(), List.of(), List.of()),
                        Map.of())))
                .isEqualTo(
                        "{\"at\":\"2026-03-02T09:00:00Z\",\"id\":\"l\",\"event\":\"Page Viewed\",\"source\":\"test\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many", "1e9"})
    void a_limit_that_is_none_is_refused(String limit) {
        world.leavesAMug();

        var answer = world.ask("user:ada", "timeline", Map.of("limit", limit));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(World.body(answer).text("error")).contains("limit: expected a number from 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "bm90IGEgcGxhY2U", "MjAyNi0wMy0wMg"})
    void a_cursor_that_is_none_is_refused(String after) {
        world.leavesAMug();

        var answer = world.ask("user:ada", "timeline", Map.of("after", after));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(World.body(answer).text("error")).contains("after: expected the \"next\" of the page before");
    }
}
