package comeback.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a count is of.
 *
 * @param day on which the letter went, or was skipped, by the store's clock; of the whole shop the day of the order; of a
 *     trial the first of the month in which somebody began to take part
 * @param flow which automation; "" of the whole shop
 * @param step which letter of it; "" of the whole shop; of a trial its name after a mark that no letter has
 * @param variant which of the step's letters; "" where there is one; of a trial the arm
 */
public record Row(LocalDate day, String flow, String step, String variant) implements Comparable<Row> {
    private static final String MARK = "#";
    private static final String TRIAL = "~";

    /** What the shop sold that day, whoever brought it. */
    public static Row ofShop(LocalDate day) {
        return new Row(day, "", "", "");
    }

    /** Those who drew this in a trial, and what they bought. */
    public static Row ofTrial(Trial trial, String arm, LocalDate began) {
        return new Row(began.withDayOfMonth(1), trial.flow(), TRIAL + trial.name(), arm);
    }

    /** Which trial it is of, if it is of one. */
    public Optional<Trial> trial() {
        return step.startsWith(TRIAL) ? Optional.of(new Trial(flow, step.substring(TRIAL.length()))) : Optional.empty();
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
