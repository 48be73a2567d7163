package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Tallies;
import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.json.Fields;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop's staff and tools read of what mails brought. */
class ReportsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final World world = new World();

    @BeforeEach
    void two_days_were_counted() {
        count("a", new Row(DAY, "cart", "need-help", ""), Map.of("sent", 10L, "clicked", 2L));
        count("b", new Row(DAY, "cart", "need-help", ""), Map.of("orders", 1L, "revenue:USD", 1850L));
        count("c", new Row(DAY.plusDays(1), "cart", "held", "held-b"), Map.of("sent", 4L, "skipped:cap", 3L));
        count("d", new Row(DAY.plusDays(1), "welcome", "hello", ""), Map.of("sent", 7L));
        count("e", Row.ofShop(DAY), Map.of("orders", 5L, "revenue:USD", 9900L, "revenue:KRW", 15000L));
    }

    private void count(String id, Row row, Map<String, Long> counts) {
        Tallies tallies = world.tallies();
        Counted seen = Counted.never(new Subject(World.SHOP.id(), Kind.MESSAGE, id));
        Tally tally = new Tally(new TreeMap<>(Map.of(row, new Counts(new TreeMap<>(counts)))));
        assertThat(tallies.count(List.of(new Change(seen, tally, Optional.empty()))))
                .isTrue();
    }

    private Fields report(String what, Map<String, String> query) {
        var response = world.report("sk_demo", what, query);
        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
        return World.body(response);
    }

    private int refused(String key, String what, Map<String, String> query) {
        return world.report(key, what, query).getStatusCode();
    }

    @Test
    void the_overview_tells_each_day_the_letters_together_and_the_whole_shop() {
        Fields overview = report("overview", Map.of("from", "2026-02-28", "to", "2026-03-02"));

        assertThat(overview.objectOrEmpty("total").integer("sent")).contains(21);
        assertThat(overview.objectOrEmpty("total").objectOrEmpty("revenue").asMap())
                .isEqualTo(Map.of("USD", "18.50"));
        assertThat(overview.objectOrEmpty("shop").objectOrEmpty("revenue").asMap())
                .isEqualTo(Map.of("USD", "99.00", "KRW", "15000"));
        assertThat(overview.objects("days").orElseThrow())
                .extracting(day -> day.text("day").orElseThrow() + " "
                        + day.integer("sent").orElseThrow())
                .containsExactly("2026-02-28 0", "2026-03-01 10", "2026-03-02 11");
    }

    @Test
    void pages_follow_one_another_and_each_entry_comes_once() {
        Map<String, String> days = Map.of("from", "2026-03-01", "to", "2026-03-03", "limit", "2");
        Fields first = report("overview", days);
        Map<String, String> more = new TreeMap<>(days);
        more.put("after", first.text("next").orElseThrow());
        Fields second = report("overview", more);

        assertThat(first.objects("days").orElseThrow()).hasSize(2);
        assertThat(second.objects("days").orElseThrow())
                .extracting(day -> day.text("day"))
                .containsExactly(Optional.of("2026-03-03"));
        assertThat(second.text("next")).isEmpty();
    }

    @Test
    void every_flow_is_told_also_one_that_sent_nothing_and_one_that_is_gone() {
        Fields flows = report("flows", Map.of());

        assertThat(flows.objects("flows").orElseThrow())
                .extracting(flow -> flow.text("flow").orElseThrow())
                .contains("cart", "order-confirmation", "welcome");
        assertThat(report("flows/cart", Map.of()).objects("letters").orElseThrow())
                .extracting(letter -> letter.text("letter").orElseThrow())
                .containsExactly("held/held-b", "need-help");
        assertThat(report("flows/cart", Map.of())
                        .objectOrEmpty("total")
                        .objectOrEmpty("skipped")
                        .asMap())
                .containsKey("cap");
        assertThat(refused("sk_demo", "flows/nowhere", Map.of())).isEqualTo(404);
    }

    @Test
    void the_same_is_read_as_a_sheet_by_name_or_by_what_is_accepted() {
        var sheet = world.report("sk_demo", "flows.csv", Map.of("from", "2026-03-01", "to", "2026-03-02"));

        assertThat(sheet.getHeaders()).containsEntry("Content-Type", "text/csv; charset=utf-8");
        assertThat(sheet.getBody().lines().toList())
                .startsWith("flow,sent,delivered,opened,openedByMachine,clicked,clickedByMachine,orders,unsubscribed,"
                        + "bounced,softBounced,complained,refused,unknown,skipped cap,revenue USD,cost USD")
                .contains("cart,14,0,0,0,2,0,1,0,0,0,0,0,0,3,18.50,0.0018");
        assertThat(world.report("sk_demo", "overview.csv", Map.of()).getBody()).startsWith("day,sent");
        assertThat(world.report("sk_demo", "flows/cart.csv", Map.of()).getBody())
                .startsWith("letter,sent");
    }

    @Test
    void the_admin_reads_every_store_and_a_store_reads_itself_alone() {
        assertThat(World.body(world.report(World.ADMIN, "overview", Map.of("store", "demo")))
                        .text("store"))
                .contains("demo");
        assertThat(refused(World.ADMIN, "overview", Map.of())).isEqualTo(400);
        assertThat(report("overview", Map.of("store", "other")).text("store")).contains("demo");
        assertThat(refused("pk_demo", "overview", Map.of())).isEqualTo(403);
        assertThat(refused("sk_nobody", "overview", Map.of())).isEqualTo(401);
    }

    @Test
    void days_that_cannot_be_and_reports_that_are_not_are_named() {
        assertThat(refused("sk_demo", "overview", Map.of("from", "yesterday"))).isEqualTo(400);
        assertThat(refused("sk_demo", "overview", Map.of("from", "2026-03-02", "to", "2026-03-01")))
                .isEqualTo(400);
        assertThat(refused("sk_demo", "overview", Map.of("from", "2020-03-02"))).isEqualTo(400);
        assertThat(refused("sk_demo", "overview", Map.of("limit", "0"))).isEqualTo(400);
        assertThat(refused("sk_demo", "weather", Map.of())).isEqualTo(404);
    }
}
