package comeback.condition;

import comeback.customer.Journey;
import comeback.flow.Condition.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journey on which a step asks; none before it begins. */
final class JourneyFacts {
    static final String ROOT = "journey";

    static final List<Fact> ALL = List.of(
            Fact.time("journey.startedAt", "when the customer came into this flow", JourneyFacts::startedAt),
            Fact.number("journey.hours", "whole hours since then", JourneyFacts::hours),
            Fact.number("journey.letters", "how many letters of this flow they got since then", JourneyFacts::letters),
            Fact.number("journey.orders", "how many orders they placed since then", JourneyFacts::orders));

    private JourneyFacts() {}

    private static Optional<Instant> startedAt(Asked asked) {
        return asked.journey().map(Journey::startedAt);
    }

    private static Optional<Long> hours(Asked asked) {
        return startedAt(asked)
                .map(start -> Duration.between(start, asked.now()).toHours())
                .map(hours -> Math.max(0, hours));
    }

    private static Optional<Integer> letters(Asked asked) {
        return asked.journey().map(Journey::sent);
    }

    private static Optional<Long> orders(Asked asked) {
        return startedAt(asked)
                .map(start -> CustomerFacts.orders(asked).stream()
                        .filter(order -> order.placedAt().isAfter(start))
                        .count());
    }
}
