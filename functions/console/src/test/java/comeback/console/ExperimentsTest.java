package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is tried is told with what may be said of it, and with the change that it proposes. */
class ExperimentsTest {
    private static final String FILE = """
            class: marketing
            starts:
              on: [Signed Up]
              runs for: customer
              again: after 365d
            steps:
              - send: hello
                variants: {plain: 1, picture: 1}
            """;

    private static final Flows TRYING =
            new Flows(List.of(FlowFiles.former("greeting", FILE).orElseThrow()));

    private void count(World world, String letter, long sent, long orders) {
        Row row = new Row(World.today(world.now()).minusDays(100), "greeting", "hello", letter);
        Counted seen = Counted.never(new Subject(World.SHOP.id(), Kind.MESSAGE, letter));
        Tally tally = new Tally(
                new TreeMap<>(Map.of(row, new Counts(new TreeMap<>(Map.of("sent", sent, "orders", orders))))));
        world.tallies().count(List.of(new Change(seen, tally, Optional.empty())));
    }

    @Test
    void a_better_letter_is_told_with_its_interval_and_the_change_of_the_file() {
        var world = new World(TRYING);
        count(world, "plain", 10_000, 300);
        count(world, "picture", 10_020, 430);

        for (String language : List.of("en", "ko", "tr")) {
            assertThat(world.page("sk_demo", "/console/experiments", Map.of("lang", language))
                            .getBody())
                    .contains("greeting / hello", "+  - send: picture", "-    variants: {plain: 1, picture: 1}")
                    .doesNotContain("{}", "try.", "null");
        }
        assertThat(world.page("sk_demo", "/console/experiments", Map.of()).getBody())
                .contains("better", "4.29%");
        assertThat(world.report("sk_demo", "experiments", Map.of()).getBody())
                .contains("\"verdict\":\"better\"", "\"error\":0.05", "\"letters\":[\"picture\"]");
    }

    @Test
    void while_nothing_was_sent_nothing_is_said() {
        var world = new World(TRYING);

        assertThat(world.report("sk_demo", "experiments", Map.of()).getBody())
                .contains("\"verdict\":\"open\"", "\"falseAlarm\":1.0")
                .doesNotContain("highest", "proposal");
        assertThat(world.page("sk_demo", "/console/experiments", Map.of()).getBody())
                .contains("open", "∞");
    }

    @Test
    void a_shop_that_tries_nothing_is_told_how() {
        var world = new World();

        assertThat(world.page("sk_demo", "/console/experiments", Map.of()).getBody())
                .contains("Nothing is being tried", "variants: {letter-a: 1, letter-b: 1}");
        assertThat(world.report("sk_demo", "experiments", Map.of()).getBody()).contains("\"experiments\":[]");
    }
}
