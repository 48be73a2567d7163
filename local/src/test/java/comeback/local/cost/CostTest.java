package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a customer costs: counted, so that it is the same on every machine. The README's tables and what {@code ./comeback
 * cost} reads are the expectation; {@code -Dreadme.write=true} writes them anew.
 */
class CostTest {
    private static final Path README = Path.of("../README.md");
    private static final Path COUNTED =
            Path.of("src/main/resources/comeback/local/cost").resolve(Counted.RESOURCE);

    private static Map<String, Cost> rows = Map.of();

    @BeforeAll
    static void measure() {
        rows = Measured.rows();
    }

    @Test
    void the_table_in_the_readme_is_the_measured_one() throws IOException {
        String table = table();
        System.out.println(table);
        expect("<!-- cost: measured by CostTest -->\n", table, "<!-- end of cost -->");
    }

    @Test
    void the_figures_that_the_command_reads_are_the_measured_ones() throws IOException {
        String counted = rows.entrySet().stream()
                .map(row -> line(row.getKey(), row.getValue()))
                .collect(Collectors.joining(
                        "",
                        "what;invocations;dynamodb calls;scheduler calls;ses calls;read units;write units;log bytes\n",
                        ""));
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(COUNTED, counted);
        }
        assertThat(COUNTED).hasContent(counted);
    }

    private static String line(String what, Cost cost) {
        int scheduler = cost.calls("CreateSchedule");
        int ses = cost.calls("SendEmail");
        return String.format(
                Locale.ROOT,
                "%s;%d;%d;%d;%d;%.1f;%.1f;%d%n",
                what,
                cost.invocations(),
                cost.allCalls() - scheduler - ses - cost.calls("GetAccount"),
                scheduler,
                ses,
                cost.readUnits(),
                cost.writeUnits(),
                cost.logBytes());
    }

    @Test
    void an_event_that_makes_nothing_due_is_three_calls_and_five_write_units_at_most() {
        for (Row row : new Row[] {Row.FIRST_EVENT, Row.NEXT_EVENT, Row.SAME_EVENT}) {
            assertThat(cost(row).allCalls()).as(row.title()).isLessThanOrEqualTo(3);
            assertThat(cost(row).writeUnits()).as(row.title()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void an_event_of_a_customer_whose_alarm_stands_asks_the_scheduler_nothing() {
        assertThat(cost(Row.NEXT_EVENT).calls("CreateSchedule")).isZero();
    }

    @Test
    void a_cart_session_of_twelve_changes_and_a_purchase_is_one_schedule() {
        assertThat(cost(Row.SESSION).calls("CreateSchedule")).isEqualTo(1);
    }

    @Test
    void a_message_is_eight_calls_at_most() {
        assertThat(cost(Row.SENT).allCalls()).isLessThanOrEqualTo(8);
        assertThat(cost(Row.SENT).calls("SendEmail")).isEqualTo(1);
        assertThat(cost(Row.SKIPPED).calls("SendEmail")).isZero();
    }

    @Test
    void an_open_is_one_call_a_click_two_and_neither_reads() {
        assertThat(cost(Row.OPENED).allCalls()).isEqualTo(1);
        assertThat(cost(Row.CLICKED).allCalls()).isEqualTo(2);
        assertThat(cost(Row.CLICKED).readUnits()).isZero();
    }

    private static Cost cost(Row row) {
        return rows.getOrDefault(row.title(), Cost.NOTHING);
    }

    private static String table() {
        return rows.entrySet().stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.1f |%n",
                        row.getKey(),
                        row.getValue().callsInWords(),
                        row.getValue().readUnits(),
                        row.getValue().writeUnits()))
                .collect(Collectors.joining(
                        "", "| what happens | calls to AWS | read units | write units |\n|---|---|---|---|\n", ""));
    }

    /** That the README says so between these two lines; or makes it say so. */
    static void expect(String begin, String text, String end) throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(end);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(README, readme.substring(0, from) + text + readme.substring(to));
            return;
        }
        assertThat(readme.substring(from, to)).isEqualTo(text);
    }
}
