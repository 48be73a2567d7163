package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.mail.Mail;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.store.StoreId;
import comeback.table.DynamoTallies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment that does harm stops by itself, in the night, and is told of; by the real functions and the clock. */
class HarmStoryTest {
    private static final StoreId DEMO = new StoreId("demo");
    private static final String FILE = """
            class: marketing
            starts: {on: [Signed Up]}
            steps:
              - send: hello
                variants: {plain: 1, picture: 1}
            """;

    @TempDir
    private Path folder;

    private static void count(TestWorld world, String letter, long sent, long orders) {
        Row row = new Row(LocalDate.of(2026, 2, 20), "greeting", "hello", letter);
        Tally tally = new Tally(
                new TreeMap<>(Map.of(row, new Counts(new TreeMap<>(Map.of("sent", sent, "orders", orders))))));
        new DynamoTallies(world.inside().aws().dynamo(), Aws.TABLE)
                .count(List.of(new Change(
                        Counted.never(new Subject(DEMO, Kind.MESSAGE, "many-" + letter)), tally, Optional.empty())));
    }

    private static List<String> letters(TestWorld world, String name) {
        for (int i = 0; i < 16; i++) {
            new Shopper(world, name + "-" + i).signsUp();
        }
        world.advance(Duration.ofMinutes(5));
        return world.mailbox().stream()
                .filter(mail -> mail.to().startsWith(name))
                .map(Mail::subject)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void newcomers_get_the_first_letter_from_the_night_on_in_which_the_other_is_surely_worse() {
        try (var world = TestWorld.with(
                "2026-03-02T15:00:00Z", TestTemplates.in(folder, "greeting", FILE, "hello", "plain", "picture"))) {
            assertThat(letters(world, "before")).hasSize(2);

            count(world, "plain", 5_000, 300);
            count(world, "picture", 5_010, 180);
            world.advance(Duration.ofHours(2));
            assertThat(letters(world, "by-day")).as("it is judged in the night").hasSize(2);

            world.advance(Duration.ofDays(1));

            assertThat(letters(world, "after")).containsExactly("The letter plain");
            assertThat(world.getWithKey("/v1/reports/experiments").body())
                    .contains("\"stopped\":{", "\"why\":\"fewer orders\"");
            assertThat(world.getWithKey("/v1/reports/audit").body())
                    .contains("\"who\":\"Comeback\"", "\"what\":\"stopped\"", "greeting/hello/picture: fewer orders");
            assertThat(world.getWithKey("/console/experiments?lang=en").body())
                    .contains("stopped on Mar 3, 2026: it brought fewer orders");
        }
    }
}
