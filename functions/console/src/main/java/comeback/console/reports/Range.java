package comeback.console.reports;

import comeback.commit.Tallies;
import comeback.http.Request;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which days are asked for.
 *
 * @param from the first
 * @param to the last
 */
public record Range(LocalDate from, LocalDate to) {
    /** Four weeks: each day of the week as often as the others. */
    static final int DAYS_USUAL = 28;

    static final String EXPECTED =
            "from, to: expected days such as 2026-03-01, from not after to, at most " + Tallies.DAYS_MAX + " days";

    /** What a request names; the last four weeks when it names nothing; nothing when it cannot be. */
    public static Optional<Range> of(Request request, LocalDate today) {
        try {
            LocalDate to = request.queryParameter("to").map(LocalDate::parse).orElse(today);
            LocalDate from =
                    request.queryParameter("from").map(LocalDate::parse).orElse(to.minusDays(DAYS_USUAL - 1));
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            return days >= 1 && days <= Tallies.DAYS_MAX ? Optional.of(new Range(from, to)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
