package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostReportTest {
    private static final Month USUAL = Month.read(List.of());

    @Test
    void the_readme_shows_the_bill_that_the_command_prints() throws IOException {
        var printed = new ArrayList<String>();
        CostReport.run(List.of(), printed::add);

        CostTest.expect(
                "<!-- bill: printed by ./comeback cost -->\n",
                String.join("\n", printed) + "\n",
                "<!-- end of bill -->");
    }

    @Test
    void what_is_paid_by_use_stays_near_what_ses_itself_takes() {
        Bill bill = Bill.of(USUAL, Counted.read(), Prices.read());

        assertThat(bill.ses()).isEqualTo(10.0);
        assertThat(bill.total() / bill.ses()).isLessThanOrEqualTo(1.35);
    }

    @Test
    void a_shop_in_which_nobody_shops_pays_for_the_sweeps_and_for_being_watched() {
        Bill bill = Bill.of(new Month(0, 0, 0), Counted.read(), Prices.read());

        assertThat(bill.total()).isLessThan(0.10);
    }

    @Test
    void the_bill_is_the_sum_of_what_was_counted_by_hand() {
        var counted = new Counted(Map.of(
                Counted.EVENT, new Amounts(1, 0, 0, 0, 2, 4, 0),
                Counted.ORDER, Amounts.NONE,
                Counted.REMINDER, new Amounts(3, 10, 1, 1, 0, 6, 1_000),
                Counted.OPENED, Amounts.NONE,
                Counted.CLICKED, Amounts.NONE,
                Counted.SWEEP, Amounts.NONE));

        Bill bill = Bill.of(new Month(1_000_000, 1_000_000, 0), counted, Prices.read());

        assertThat(dollars(bill, "SES: mails")).isEqualTo(100);
        assertThat(dollars(bill, "DynamoDB: write units")).isEqualTo(10 * 0.625);
        assertThat(dollars(bill, "DynamoDB: read units")).isEqualTo(2 * 0.125);
        assertThat(dollars(bill, "HTTP API: requests")).isEqualTo(1);
        assertThat(dollars(bill, "Lambda: calls")).isEqualTo(4 * 0.20, within(1e-9));
        // 4 calls of 5 ms, 10 waits of 5 ms, one of 25 and one of 70, in a gigabyte.
        assertThat(dollars(bill, "Lambda: GB-seconds")).isEqualTo(165_000 * 0.0000133334, within(1e-9));
        assertThat(dollars(bill, "Scheduler: alarms that ring")).isEqualTo(1);
    }

    private static double dollars(Bill bill, String what) {
        return bill.lines().stream()
                .filter(line -> line.what().equals(what))
                .mapToDouble(Bill.Line::dollars)
                .sum();
    }

    @Test
    void a_month_that_cannot_be_is_refused_with_what_is_wrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostReport.run(List.of("--events", "many"), line -> {}))
                .withMessageContaining("--events needs a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostReport.run(List.of("--mails", "5", "--orders", "9"), line -> {}))
                .withMessageContaining("each is an event and a mail");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostReport.run(List.of("--mail", "5"), line -> {}))
                .withMessageContaining("unknown option --mail");
    }

    @Test
    void there_are_as_many_alarms_as_are_paid_for() throws IOException {
        assertThat(Files.readAllLines(Path.of("../template.yaml")))
                .filteredOn(line -> line.strip().equals("Type: AWS::CloudWatch::Alarm"))
                .hasSize((int) Prices.read().of("alarms in template.yaml"));
    }
}
