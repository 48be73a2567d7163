package comeback.report;

import java.time.LocalDate;

/**
 * What a count is of.
 *
 * @param day on which the letter went, or was skipped, by the store's clock; of the whole shop the day of the order
 * @param flow which automation; "" of the whole shop
 * @param step which letter of it; "" of the whole shop
 * @param variant which of the step's letters; "" where there is one
 */
public record Row(LocalDate day, String flow, String step, String variant) implements Comparable<Row> {
    private static final String MARK = "#";

    /** What the shop sold that day, whoever brought it. */
    public static Row ofShop(LocalDate day) {
        return new Row(day, "", "", "");
    }

    public boolean isOfShop() {
        return flow.isEmpty();
    }

    /** As one text, in which days come in their order. */
    public String text() {
        return String.join(MARK, day.toString(), flow, step, variant);
    }

    /** Reads what {@link #text} wrote. */
    public static Row of(String text) {
        String[] parts = text.split(MARK, -1);
        return new Row(LocalDate.parse(parts[0]), parts[1], parts[2], parts[3]);
    }

    @Override
    public int compareTo(Row other) {
        return text().compareTo(other.text());
    }
}
