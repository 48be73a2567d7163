package comeback.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * The mornings of a customer: what a review starts comes in the middle of one.
 *
 * @param zone of their clock
 * @param now which day is today
 */
record Mornings(ZoneId zone, Instant now) {
    static final LocalTime HOUR = LocalTime.of(10, 0);

    /** The first such hour from then on. */
    Instant from(Instant time) {
        LocalDate day = time.atZone(zone).toLocalDate();
        Instant there = of(day);
        return there.isBefore(time) ? of(day.plusDays(1)) : there;
    }

    /** That of the day before; of what should have been earlier, today. */
    Instant before(LocalDate there) {
        return there.isAfter(today())
                ? of(there.minusDays(1))
                : today().atStartOfDay(zone).toInstant();
    }

    /**
     * That of the day before a date that comes round; today's, as long as the day itself has not begun.
     *
     * @param days so many after the date is the day
     */
    Instant before(MonthDay date, int days) {
        for (int year = today().getYear(); ; year++) {
            LocalDate there = date.atYear(year).plusDays(days);
            if (there.isAfter(today())) {
                return before(there);
            }
        }
    }

    private Instant of(LocalDate day) {
        return day.atTime(HOUR).atZone(zone).toInstant();
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
