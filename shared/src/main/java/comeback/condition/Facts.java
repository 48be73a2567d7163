package comeback.condition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that conditions can ask: the model of their language. */
final class Facts {
    private Facts() {}

    /** In the order in which they are documented. */
    static Stream<Fact> all() {
        return Stream.of(
                        CustomerFacts.ALL,
                        CartFacts.ALL,
                        OrderFacts.ALL,
                        EventFacts.ALL,
                        ChangeFacts.ALL,
                        DayFacts.ALL,
                        JourneyFacts.ALL,
                        StoreFacts.ALL)
                .flatMap(List::stream);
    }

    /** Looks into one table only: each is made when it is first asked, and most conditions ask one or two. */
    static Optional<Fact> named(String name) {
        for (Fact fact : table(name)) {
            if (fact.name().equals(name)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    private static List<Fact> table(String name) {
        int dot = name.indexOf('.');
        return switch (dot < 0 ? name : name.substring(0, dot)) {
            case "customer" -> CustomerFacts.ALL;
            case "cart" -> CartFacts.ALL;
            case "order" -> OrderFacts.ALL;
            case EventFacts.ROOT -> EventFacts.ALL;
            case ChangeFacts.ROOT -> ChangeFacts.ALL;
            case DayFacts.ROOT -> DayFacts.ALL;
            case JourneyFacts.ROOT -> JourneyFacts.ALL;
            case "store", "now" -> StoreFacts.ALL;
            default -> List.of();
        };
    }

    /** What could have been meant: whatever lies under the longest part of the name that exists. */
    static String choices(String name, Place place) {
        String part = name;
        while (true) {
            String under = part.isEmpty() ? "" : part + ".";
            List<String> found = all().filter(place::knows)
                    .filter(fact -> fact.name().startsWith(under))
                    .map(Fact::usage)
                    .toList();
            if (part.isEmpty()) {
                return "what can be asked begins with " + roots(place);
            }
            if (!found.isEmpty()) {
                return "there is " + String.join(", ", found);
            }
            part = part.substring(0, Math.max(0, part.lastIndexOf('.')));
        }
    }

    private static String roots(Place place) {
        return all().filter(place::knows)
                .map(fact -> "$" + fact.root())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The table of the README: what can be asked, and what it is. */
    static String table() {
        return all().map(fact ->
                        String.format(Locale.ROOT, "| `%s` | %s | %s |\n", fact.usage(), kind(fact), fact.means()))
                .collect(Collectors.joining("", "| ask | is | means |\n|---|---|---|\n", ""));
    }

    private static String kind(Fact fact) {
        return fact.choices().isEmpty() || fact.choices().size() > Choices.SHOWN_MAX
                ? fact.kind().name().toLowerCase(Locale.ROOT)
                : fact.choices().stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
    }
}
