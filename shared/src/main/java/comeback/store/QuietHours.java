package comeback.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of a customer's own day in which nobody is advertised to.
 *
 * @param from the first quiet minute
 * @param until the first minute that is not quiet any more, usually of the next day
 */
public record QuietHours(LocalTime from, LocalTime until) {
    /** Less would leave no time in which the night's mail could be spread. */
    public static final Duration OPEN_MIN = Duration.ofHours(4);

    public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /**
     * A clock change may lead from the end of the quiet hours back into them (the hour that comes twice), or over a day that
     * does not exist. After each the end is computed again; nothing needs it more often.
     */
    private static final int CHANGES_MAX = 3;

    public QuietHours {
        long open = Math.floorMod(
                Duration.between(until, from).toMinutes(), Duration.ofDays(1).toMinutes());
        if (open < OPEN_MIN.toMinutes()) {
            throw new IllegalArgumentException("quiet hours leave at least " + OPEN_MIN.toHours() + " hours of a day");
        }
    }

    public boolean isQuiet(Instant at, ZoneId zone) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }

    /** When the quiet that reigns then ends, on a whole minute; nothing when it is not quiet then. */
    public Optional<Instant> endOf(Instant at, ZoneId zone) {
        if (!isQuiet(at, zone)) {
            return Optional.empty();
        }
        Instant end = at;
        for (int i = 0; i < CHANGES_MAX && isQuiet(end, zone); i++) {
            end = nextEnd(end, zone);
        }
        return Optional.of(end);
    }

    private Instant nextEnd(Instant at, ZoneId zone) {
        ZonedDateTime here = at.atZone(zone);
        boolean isPast = !here.toLocalTime().isBefore(until);
        LocalDate day = isPast ? here.toLocalDate().plusDays(1) : here.toLocalDate();
        // In a gap this is later by the gap's length; of an hour that comes twice it is the first.
        ZonedDateTime end = day.atTime(until).atZone(zone);
        Instant found = end.toInstant().isAfter(at)
                ? end.toInstant()
                : end.withLaterOffsetAtOverlap().toInstant();
        // Some zones once differed by seconds, and alarms know minutes.
        long seconds = found.getEpochSecond();
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, 60L) * 60);
    }

    /** As a person would say it. */
    @Override
    public String toString() {
        return from + " to " + until;
    }
}
