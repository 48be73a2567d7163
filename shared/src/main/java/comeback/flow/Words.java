package comeback.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/** Times as a sentence has them. */
final class Words {
    /** To the second and in UTC, so that a page can find it in a sentence and show it in the reader's own time. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_INSTANT;

    private Words() {}

    static String of(Instant time) {
        return TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** "purchase or Order Cancelled". */
    static String any(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(" or "));
    }

    static String of(Duration duration) {
        return duration.toMinutes() % 60 == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
