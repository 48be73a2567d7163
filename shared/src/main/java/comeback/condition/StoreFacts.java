package comeback.condition;

import comeback.flow.Condition.Asked;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shop, and what time it is where the customer lives. */
final class StoreFacts {
    private static final String[] WEEKDAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };

    private static final Fact.Source STORE = StoreFacts::value;

    static final List<Fact> ALL = List.of(
            STORE.text("store.id", "the shop, as its settings call it"),
            STORE.text("store.name", "the shop's name, as letters show it"),
            STORE.text("store.language", "the shop's language: \"ko\"", Choices::languages),
            STORE.text("store.country", "of the shop's locale: KR of ko-KR", Choices::countries),
            STORE.number("now.hour", "the hour of the customer's day, 0 to 23"),
            STORE.text("now.weekday", "the day of the customer's week", () -> WEEKDAYS),
            STORE.number("now.day", "the day of the customer's month, 1 to 31"),
            STORE.number("now.month", "the month, 1 to 12"));

    private StoreFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "store.id" -> Value.text(Optional.of(asked.store().id().value()));
            case "store.name" -> Value.text(Optional.of(asked.store().brand().name()));
            case "store.language" ->
                Value.text(Optional.of(asked.store().locale().getLanguage()));
            case "store.country" -> Value.text(country(asked));
            case "now.hour" -> Value.number(Optional.of(there(asked).getHour()));
            case "now.weekday" -> Value.text(Optional.of(weekday(asked)));
            case "now.day" -> Value.number(Optional.of(there(asked).getDayOfMonth()));
            case "now.month" -> Value.number(Optional.of(there(asked).getMonthValue()));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static Optional<String> country(Asked asked) {
        return Optional.of(asked.store().locale().getCountry()).filter(country -> !country.isEmpty());
    }

    private static ZonedDateTime there(Asked asked) {
        return asked.now()
                .atZone(asked.customer().profile().zoneOr(asked.store().zone()));
    }

    private static String weekday(Asked asked) {
        return there(asked).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
