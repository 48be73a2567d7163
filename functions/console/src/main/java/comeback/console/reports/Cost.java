package comeback.console.reports;

import comeback.report.Counts;
import comeback.report.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS asks for letters, in dollars: by what became of each, at what the build counted of it and at AWS's dated public
 * prices. Events that bring no letter, and being watched, are in no letter's price; {@code ./comeback cost} has the whole bill.
 */
public final class Cost {
    public static final String CURRENCY = "USD";

    /** Written by the build that counts what each costs, and held to it there. */
    private static final String FILE = "cost.csv";

    private static final int DECIMALS = 4;
    private static final Cost OF_TODAY = read();

    private final Map<String, BigDecimal> each;
    private final String pricesOf;

    private Cost(Map<String, BigDecimal> each, String pricesOf) {
        this.each = Map.copyOf(each);
        this.pricesOf = pricesOf;
    }

    public static Cost today() {
        return OF_TODAY;
    }

    private static Cost read() {
        Map<String, BigDecimal> each = new HashMap<>();
        String month = "";
        for (String line : text().lines().skip(1).toList()) {
            String[] cells = line.split(";", -1);
            each.put(cells[0], new BigDecimal(cells[1]));
            month = cells[2];
        }
        return new Cost(each, month);
    }

    private static String text() {
        try (InputStream file = Cost.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("what letters cost is not packed beside the reports");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading what letters cost", e);
        }
    }

    /** Of which month AWS's prices are: "2026-11". */
    public String pricesOf() {
        return pricesOf;
    }

    private BigDecimal times(String what, long many) {
        return Optional.ofNullable(each.get(what))
                .orElseThrow(() -> new IllegalStateException(FILE + " lacks " + what))
                .multiply(BigDecimal.valueOf(many));
    }

    /** Of all that became of these, in dollars. */
    public BigDecimal of(Counts counts) {
        return exactly(counts).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal exactly(Counts counts) {
        return times("sent", counts.count(Measure.SENT))
                .add(times("opened", counts.count(Measure.OPENED) + counts.count(Measure.OPENED_BY_MACHINE)))
                .add(times("clicked", counts.count(Measure.CLICKED) + counts.count(Measure.CLICKED_BY_MACHINE)))
                .add(times("skipped", counts.allSkipped()));
    }

    /** Of one that went, with its share of those that did not; absent while none went. */
    public Optional<BigDecimal> ofOne(Counts counts) {
        long sent = counts.count(Measure.SENT);
        return sent == 0
                ? Optional.empty()
                : Optional.of(exactly(counts).divide(BigDecimal.valueOf(sent), DECIMALS + 2, RoundingMode.HALF_UP));
    }
}
