package comeback.condition;

import java.util.Arrays;
import java.util.Locale;

/** The values that some facts can have, when the world has agreed on them. */
final class Choices {
    /** More are not listed in a message. */
    static final int SHOWN_MAX = 12;

    private Choices() {}

    /** "KR". */
    static String[] countries() {
        return Locale.getISOCountries();
    }

    /** "ko". */
    static String[] languages() {
        return Locale.getISOLanguages();
    }

    /** "KRW". */
    static String[] currencies() {
        return java.util.Currency.getAvailableCurrencies().stream()
                .map(java.util.Currency::getCurrencyCode)
                .sorted()
                .toArray(String[]::new);
    }

    /** What could have been written instead. */
    static String inWords(Fact fact) {
        if (fact.choices().size() <= SHOWN_MAX) {
            return "one of " + String.join(", ", fact.choices());
        }
        return Arrays.equals(fact.choices().toArray(String[]::new), languages())
                ? "a language as \"ko\""
                : fact.choices().contains("KR")
                        ? "a country as \"KR\""
                        : fact.choices().contains("KRW")
                                ? "a currency as \"KRW\""
                                : "one of " + String.join(", ", fact.choices());
    }

    /** What brings it. */
    static String eventsInWords(Fact fact) {
        return fact.events().size() <= SHOWN_MAX
                ? String.join(", ", fact.events().stream().sorted().toList())
                : "events about products, as Order Completed";
    }
}
