package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.importing.ImportRequest;
import comeback.local.importing.ImportRun;
import comeback.local.importing.NotImported;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story 11 of the product's page: two years of orders come in, and nobody hears of it. */
class ImportStoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int GONE = 25;

    private final TestWorld world = TestWorld.at(NOW.toString());
    private final List<String> said = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> file = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    private static String ago(int days) {
        return NOW.minus(Duration.ofDays(days)).toString();
    }

    private void customer(String id, boolean agrees, int daysAgo) {
        file.add(Json.print(Map.of(
                "type",
                "customer",
                "id",
                id,
                "email",
                id + "@example.com",
                "acceptsMarketing",
                agrees,
                "consentedAt",
                ago(daysAgo))));
    }

    private void order(String id, String who, int daysAgo) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("type", "order", "id", id, "placedAt", ago(daysAgo)));
        // Shops know some of their orders by the address alone.
        line.put(id.endsWith("0") ? "email" : "userId", id.endsWith("0") ? who + "@example.com" : who);
        line.put("total", 18);
        line.put("currency", "USD");
        line.put("products", List.of(Shopper.mug()));
        file.add(Json.print(line));
    }

    /** Many who bought twice in two years and stopped, one who is due next week, one who buys every month. */
    private void twoYears() {
        for (int i = 0; i < GONE; i++) {
            customer("gone-" + i, true, 700);
            order("g" + i + "0", "gone-" + i, 690);
            order("g" + i + "1", "gone-" + i, 100 + i);
        }
        customer("soon", true, 300);
        order("s1", "soon", 53);
        customer("loyal", true, 400);
        for (int month = 4; month >= 1; month--) {
            order("l" + month, "loyal", 30 * month);
        }
        customer("silent", false, 500);
        order("q1", "silent", 400);
    }

    private void run(String... options) {
        try {
            Path lines = Files.write(folder.resolve("shop.jsonl"), file);
            List<String> words = new ArrayList<>(
                    List.of(lines.toString(), "--endpoint", world.uri().toString()));
            words.addAll(List.of(options));
            new ImportRun(
                            ImportRequest.read(words),
                            "sk_demo",
                            new ImportRun.Screen() {
                                @Override
                                public void say(String line) {
                                    said.add(line);
                                }

                                @Override
                                public void show(String line) {
                                    shown.add(line);
                                }
                            },
                            time -> {})
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> preview(String... options) {
        said.clear();
        List<String> words = new ArrayList<>(List.of(options));
        words.add("--preview");
        run(words.toArray(String[]::new));
        return List.copyOf(said);
    }

    @Test
    void story_11_two_years_of_orders_send_nothing_and_what_would_start_is_told_before_and_after() {
        twoYears();
        List<String> before = preview();
        assertThat(world.inside().mailbox().all()).isEmpty();
        assertThat(timeline("loyal").statusCode()).isEqualTo(404);

        said.clear();
        run();

        assertThat(said).containsExactly("kept 28 customers, 56 orders; 0 lines were wrong");
        assertThat(shown.getLast()).isEqualTo("[##############################] 84 of 84 lines");
        assertThat(before)
                .startsWith("28 people, of whom 27 agreed to marketing; nothing was kept or sent")
                .anyMatch(line -> line.startsWith("win-back (live): 2 within 30 days, 0 later; 25 overdue"))
                .contains("  " + day(7) + "  1");
        assertThat(preview()).isEqualTo(before);

        assertThat(world.advance(Duration.ofDays(6))).isEmpty();
        world.advance(Duration.ofDays(2));
        assertThat(new Shopper(world, "soon").mails()).containsExactly("win-back/it-has-been-a-while");
        assertThat(world.mailbox()).hasSize(1);

        // Four imported orders count: the fifth is the milestone.
        Shopper loyal = new Shopper(world, "loyal");
        loyal.pays("l5", "c-5");
        world.advance(Duration.ofDays(4));
        assertThat(loyal.mails()).contains("order-confirmation/thanks-for-your-order", "milestone-reward/thank-you");
    }

    @Test
    void the_same_file_again_changes_nothing_and_who_unsubscribed_stays_so() {
        Shopper ada = new Shopper(world, "ada").identifies();
        ada.track("Unsubscribed", Map.of("email", ada.email()));
        customer("ada", true, 10);
        order("a1", "ada", 9);

        run();
        String timeline = timeline("ada").body();
        run();

        assertThat(timeline("ada").body()).contains("Customer Imported").isEqualTo(timeline);
        ada.addsAMug();
        assertThat(world.advance(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void what_is_overdue_begins_only_when_the_shop_says_so() {
        customer("zoe", true, 700);
        order("g1", "zoe", 200);
        run();
        assertThat(world.advance(Duration.ofDays(3))).isEmpty();

        assertThat(preview("--start-overdue")).anyMatch(line -> line.startsWith("win-back (live): 1 within 30 days"));
        run("--start-overdue");
        world.advance(Duration.ofDays(2));

        assertThat(new Shopper(world, "zoe").mails()).containsExactly("win-back/it-has-been-a-while");
    }

    @Test
    void a_wrong_line_is_named_as_the_file_counts_it_and_the_import_goes_on_where_it_stopped() {
        for (int i = 0; i < 230; i++) {
            customer("p-" + i, true, 5);
        }
        file.set(210, "{\"type\":\"customer\"");
        file.add(3, "");

        run("--from", "200");

        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith("line 212: not valid JSON");
        assertThat(said.getLast()).isEqualTo("kept 31 customers, 0 orders; 1 lines were wrong");
        world.post("/local/faults", "{\"service\":\"dynamodb\",\"kind\":\"refuse\",\"for\":\"PT2H\"}");
        assertThatThrownBy(() -> run()).isInstanceOf(NotImported.class).hasMessageContaining("--from 1");
    }

    private static String day(int days) {
        return LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(days).toString();
    }

    private HttpResponse<String> timeline(String who) {
        return world.send(world.request("/v1/customers/user:" + who + "/timeline")
                .header("Authorization", "Bearer sk_demo")
                .GET());
    }
}
