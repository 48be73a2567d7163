package comeback.condition;

import java.util.Locale;

/** What sort of value a fact has: only like is compared with like. */
enum Kind {
    NUMBER,
    TEXT,
    TRUTH,
    TIME,
    MONEY,
    /** Whatever the storefront sent: compared with a number when it is one, with a text when it is one. */
    ANYTHING;

    /** Whether two of them can be more or less. */
    boolean hasOrder() {
        return this == NUMBER || this == TIME || this == MONEY || this == ANYTHING;
    }

    /** In a sentence: "is a number". */
    String inWords() {
        return switch (this) {
            case TRUTH -> "true or false";
            case MONEY -> "an amount of money";
            case ANYTHING -> "a number, a text, or true or false";
            case NUMBER, TEXT, TIME -> "a " + name().toLowerCase(Locale.ROOT);
        };
    }
}
