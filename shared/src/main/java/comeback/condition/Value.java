package comeback.condition;

import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Something that a condition compares. */
sealed interface Value {
    /** As it reads in a sentence. */
    String inWords();

    static Optional<Value> number(Optional<? extends Number> number) {
        return number.map(known -> new Quantity(new BigDecimal(known.toString())));
    }

    static Optional<Value> text(Optional<String> text) {
        return text.map(Text::new);
    }

    static Optional<Value> truth(Optional<Boolean> truth) {
        return truth.map(Truth::new);
    }

    static Optional<Value> truth(boolean isTrue) {
        return Optional.of(new Truth(isTrue));
    }

    static Optional<Value> time(Optional<Instant> time) {
        return time.map(Time::new);
    }

    static Optional<Value> money(Optional<Money> money) {
        return money.map(Amount::new);
    }

    /**
     * An exact number.
     *
     * @param number of any size
     */
    record Quantity(BigDecimal number) implements Value {
        @Override
        public String inWords() {
            return number.toPlainString();
        }
    }

    /**
     * A text, compared letter by letter.
     *
     * @param text as it is
     */
    record Text(String text) implements Value {
        @Override
        public String inWords() {
            return "\"" + text + "\"";
        }
    }

    /**
     * Yes or no.
     *
     * @param isTrue yes
     */
    record Truth(boolean isTrue) implements Value {
        @Override
        public String inWords() {
            return String.valueOf(isTrue);
        }
    }

    /**
     * A moment.
     *
     * @param at which
     */
    record Time(Instant at) implements Value {
        @Override
        public String inWords() {
            return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /**
     * An amount of money.
     *
     * @param money exact, in its own currency
     */
    record Amount(Money money) implements Value {
        @Override
        public String inWords() {
            return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
        }
    }
}
