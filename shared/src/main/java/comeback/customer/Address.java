package comeback.customer;

import java.util.List;

/**
 * A postal address, ready to be shown.
 *
 * @param lines name, street, town, country: at most {@value #LINES_MAX}, none empty;
 *     each of at most {@value #LENGTH_MAX} characters, longer ones are cut
 */
public record Address(List<String> lines) {
    public static final int LINES_MAX = 8;
    public static final int LENGTH_MAX = 240;

    public Address {
        lines = lines.stream()
                .filter(line -> !line.isBlank())
                .limit(LINES_MAX)
                .map(Address::cut)
                .toList();
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= LENGTH_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LENGTH_MAX - 1)) + "…";
    }
}
