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

    /** "24 h" and "48 h" are how people say it. */
    private static final Duration DAYS_FROM = Duration.ofDays(3);

    private Words() {}

    static String of(Instant time) {
        return TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** "purchase or Order Cancelled". */
    static String any(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(" or "));
    }

    static String of(Duration duration) {
        if (duration.compareTo(DAYS_FROM) >= 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + " d";
        }
        return duration.toMinutes() % 60 == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
