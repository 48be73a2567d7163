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

    static final List<Fact> ALL = List.of(
            Fact.text("store.id", "the shop, as its settings call it", StoreFacts::id),
            Fact.text("store.name", "the shop's name, as letters show it", StoreFacts::name),
            Fact.text("store.language", "the shop's language: \"ko\"", StoreFacts::language, Choices::languages),
            Fact.text("store.country", "of the shop's locale: KR of ko-KR", StoreFacts::country, Choices::countries),
            Fact.number("now.hour", "the hour of the customer's day, 0 to 23", StoreFacts::hour),
            Fact.text("now.weekday", "the day of the customer's week", StoreFacts::weekday, () -> WEEKDAYS),
            Fact.number("now.day", "the day of the customer's month, 1 to 31", StoreFacts::day),
            Fact.number("now.month", "the month, 1 to 12", StoreFacts::month));

    private StoreFacts() {}

    private static Optional<String> id(Asked asked) {
        return Optional.of(asked.store().id().value());
    }

    private static Optional<String> name(Asked asked) {
        return Optional.of(asked.store().brand().name());
    }

    private static Optional<String> language(Asked asked) {
        return Optional.of(asked.store().locale().getLanguage());
    }

    private static Optional<String> country(Asked asked) {
        return Optional.of(asked.store().locale().getCountry()).filter(country -> !country.isEmpty());
    }

    private static ZonedDateTime there(Asked asked) {
        return asked.now()
                .atZone(asked.customer().profile().zoneOr(asked.store().zone()));
    }

    private static Optional<Integer> hour(Asked asked) {
        return Optional.of(there(asked).getHour());
    }

    private static Optional<String> weekday(Asked asked) {
        return Optional.of(there(asked).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private static Optional<Integer> day(Asked asked) {
        return Optional.of(there(asked).getDayOfMonth());
    }

    private static Optional<Integer> month(Asked asked) {
        return Optional.of(there(asked).getMonthValue());
    }
}
