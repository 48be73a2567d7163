package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Lot;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Trial;
import comeback.store.StoreId;
import comeback.table.DynamoTallies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flow brings is counted against those who were held out of it, by the real functions, off the table's stream. */
class LiftStoriesTest {
    private static final Trial TRIAL = new Trial("miss-you", Lot.holdout(50));
    private static final String FILE = """
            class: marketing
            holdout: 50%
            starts: {on: [Signed Up]}
            steps:
              - send: hello
            """;

    @TempDir
    private Path folder;

    private static SortedMap<String, Counts> arms(TestWorld world) {
        YearMonth month = YearMonth.of(2026, 3);
        return new DynamoTallies(world.inside().aws().dynamo(), Aws.TABLE)
                .trials(new StoreId("demo"), month, month)
                .arms(TRIAL);
    }

    private static long sum(SortedMap<String, Counts> arms, Measure measure) {
        return arms.values().stream().mapToLong(counts -> counts.count(measure)).sum();
    }

    @Test
    void people_who_were_held_out_and_people_who_were_not_count_once_each_with_what_they_bought() {
        try (var world = TestWorld.with("2026-03-02T15:00:00Z", TestTemplates.in(folder, "miss-you", FILE, "hello"))) {
            List<Shopper> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(new Shopper(world, "shopper-" + i).signsUp());
            }
            world.advance(Duration.ofMinutes(5));
            long mails = world.mailbox().size();

            assertThat(sum(arms(world), Measure.PEOPLE)).isEqualTo(12);
            assertThat(arms(world).get(Lot.GIVEN))
                    .as("who got the letter was not held out")
                    .extracting(counts -> counts.count(Measure.PEOPLE))
                    .isEqualTo(mails);
            assertThat(arms(world)).containsOnlyKeys(Lot.GIVEN, Lot.HELD_OUT);

            all.get(0).pays("1001", "c-1");
            all.get(1).pays("1002", "c-2").pays("1003", "c-3");
            world.advance(Duration.ofMinutes(5));

            assertThat(sum(arms(world), Measure.BUYERS)).isEqualTo(2);
            assertThat(sum(arms(world), Measure.ORDERS)).isEqualTo(3);

            all.get(1).track("Order Cancelled", Map.of("order_id", "1003"));
            world.advance(Duration.ofDays(31));
            all.get(2).pays("1004", "c-4");
            world.advance(Duration.ofMinutes(5));

            assertThat(sum(arms(world), Measure.ORDERS)).isEqualTo(2);
            assertThat(sum(arms(world), Measure.PEOPLE)).isEqualTo(12);
            assertThat(world.getWithKey("/v1/reports/flows/miss-you").body())
                    .contains("\"holdout\":{", "\"advice\":\"wait\"", "\"people\":12");
        }
    }
}
