package comeback.condition;

import comeback.customer.About;
import comeback.flow.Condition.Asked;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The day that a journey is about, in a flow that runs for one. */
final class DayFacts {
    static final String ROOT = "day";

    private static final Fact.Source DAY = DayFacts::value;

    static final List<Fact> ALL = List.of(
            DAY.text("day.is", "which: `sign-up`, `first order`, `points expire`, or as the store calls it"),
            DAY.number("day.years", "how many years ago it first was, of sign-up and first order"),
            DAY.number("day.left", "whole days until it, by the customer's calendar; less than 0 when it is over"));

    private DayFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "day.is" -> Value.text(day(asked).map(About.TheDay::name));
            case "day.years" -> Value.number(day(asked).map(About.TheDay::years).filter(years -> years > 0));
            case "day.left" -> Value.number(left(asked));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static Optional<About.TheDay> day(Asked asked) {
        return asked.journey()
                .flatMap(journey -> journey.about() instanceof About.TheDay day ? Optional.of(day) : Optional.empty());
    }

    private static Optional<Long> left(Asked asked) {
        LocalDate today = asked.now()
                .atZone(asked.customer().profile().zoneOr(asked.store().zone()))
                .toLocalDate();
        return day(asked).map(day -> ChronoUnit.DAYS.between(today, day.on()));
    }
}
