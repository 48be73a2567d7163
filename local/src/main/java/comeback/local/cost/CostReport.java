package comeback.local.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The bill as a table for a person, beside what others ask for as many mails. */
public final class CostReport {
    private CostReport() {}

    /**
     * Says what a month costs.
     *
     * @param words what follows the word "cost" on the command line
     * @throws IllegalArgumentException when they cannot be understood; the message is for the person there
     */
    public static void run(List<String> words, Consumer<String> out) {
        try {
            lines(Month.read(words)).forEach(out);
        } catch (Month.Unclear e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static List<String> lines(Month month) {
        Bill bill = Bill.of(month, Counted.read(), Prices.read());
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "| %,d events and %,d mails a month, %,d of them orders | amount | dollars |",
                month.events(),
                month.mails(),
                month.orders()));
        lines.add("|---|---|---|");
        bill.lines().forEach(line -> lines.add(row(line)));
        lines.add(String.format(
                Locale.ROOT,
                "| **by use: %.2f times what SES takes** | | **%.2f** |",
                bill.total() / bill.ses(),
                bill.total()));
        bill.watching().forEach(line -> lines.add(row(line)));
        lines.add(String.format(Locale.ROOT, "| **all of it** | | **%.2f** |", bill.total() + bill.watchingTotal()));
        return lines;
    }

    private static String row(Bill.Line line) {
        return String.format(
                Locale.ROOT,
                line.amount() < 10 ? "| %s | %,.2f | %.2f |" : "| %s | %,.0f | %.2f |",
                line.what(),
                line.amount(),
                line.dollars());
    }
}
