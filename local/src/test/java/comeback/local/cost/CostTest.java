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
 * What a customer costs: counted, so that it is the same on every machine. The README's table is the expectation;
 * {@code -Dreadme.write=true} writes it anew.
 */
class CostTest {
    private static final Path README = Path.of("../README.md");
    private static final String BEGIN = "<!-- cost: measured by CostTest -->\n";
    private static final String END = "<!-- end of cost -->";

    private static Map<String, Cost> rows = Map.of();

    @BeforeAll
    static void measure() {
        rows = Measured.rows();
    }

    @Test
    void the_table_in_the_readme_is_the_measured_one() throws IOException {
        String table = table();
        System.out.println(table);
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(README, readme.substring(0, begin) + table + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end)).isEqualTo(table);
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
}
