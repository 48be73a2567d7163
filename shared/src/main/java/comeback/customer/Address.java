package comeback.customer;

import java.util.List;

/**
 * A postal address, ready to be shown.
 *
 * @param lines name, street, town, country: at most {@value #LINES_MAX}, none empty
 */
public record Address(List<String> lines) {
    public static final int LINES_MAX = 8;

    public Address {
        lines = lines.stream().filter(line -> !line.isBlank()).limit(LINES_MAX).toList();
    }
}
