package comeback.ingest.reading;

import comeback.json.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as shop systems write them: with an offset, or in UTC without saying so. What is no time is not known. */
public final class Times {
    /** No shop sold anything earlier or will later; beyond these, sums of times overflow. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Times() {}

    /** The first of these that holds a time. */
    public static Optional<Instant> at(Fields fields, String... names) {
        for (String name : names) {
            if (fields.asMap().get(name) instanceof String text) {
                Optional<Instant> found = parse(text.strip());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> parse(String text) {
        try {
            boolean hasZone = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            Instant at = hasZone
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return at.isBefore(EARLIEST) || !at.isBefore(LATEST) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
