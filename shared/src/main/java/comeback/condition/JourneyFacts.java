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

    private static final Fact.Source JOURNEY = JourneyFacts::value;

    static final List<Fact> ALL = List.of(
            JOURNEY.time("journey.startedAt", "when the customer came into this flow"),
            JOURNEY.number("journey.hours", "whole hours since then"),
            JOURNEY.number("journey.letters", "how many letters of this flow they got since then"),
            JOURNEY.number("journey.orders", "how many orders they placed since then"));

    private JourneyFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "journey.startedAt" -> Value.time(startedAt(asked));
            case "journey.hours" -> Value.number(hours(asked));
            case "journey.letters" -> Value.number(asked.journey().map(Journey::sent));
            case "journey.orders" -> Value.number(orders(asked));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static Optional<Instant> startedAt(Asked asked) {
        return asked.journey().map(Journey::startedAt);
    }

    private static Optional<Long> hours(Asked asked) {
        return startedAt(asked)
                .map(start -> Duration.between(start, asked.now()).toHours())
                .map(hours -> Math.max(0, hours));
    }

    private static Optional<Long> orders(Asked asked) {
        return startedAt(asked)
                .map(start -> CustomerFacts.orders(asked).stream()
                        .filter(order -> order.placedAt().isAfter(start))
                        .count());
    }
}
