package comeback.condition;

import comeback.customer.About;
import comeback.customer.Change;
import comeback.customer.ReturnStage;
import comeback.customer.ShipmentStage;
import comeback.flow.Condition.Asked;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of an order, in a flow that runs for such a change. */
final class ChangeFacts {
    static final String ROOT = "change";

    private static final Fact.Source CHANGE = ChangeFacts::value;

    static final List<Fact> ALL = List.of(CHANGE.text("change.is", "what became of the order", ChangeFacts::choices));

    private ChangeFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "change.is" -> Value.text(words(asked));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static Optional<String> words(Asked asked) {
        return asked.journey()
                .flatMap(journey -> journey.about() instanceof About.TheChange about
                        ? Optional.of(about.change().words())
                        : Optional.empty());
    }

    private static String[] choices() {
        return Stream.of(
                        Stream.of("cancelled", "refunded", "edited", "payment failed", "paid", "paid back"),
                        Arrays.stream(ReturnStage.values()).map(Change.ReturnMoved::words),
                        Arrays.stream(ShipmentStage.values()).map(Change.ParcelMoved::words))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }
}
