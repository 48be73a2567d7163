package comeback.report;

/**
 * Something of a flow that is measured by lots, which people draw when it begins for them.
 *
 * @param flow which automation
 * @param name what is drawn for, with its chances: "holdout 10%"
 */
public record Trial(String flow, String name) {
    private static final String MARK = "#";

    /** As one text. */
    public String text() {
        return flow + MARK + name;
    }

    /** Reads what {@link #text} wrote. */
    public static Trial of(String text) {
        String[] parts = text.split(MARK, 2);
        return new Trial(parts[0], parts[1]);
    }
}
