package comeback.condition;

import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Something that a condition compares. */
sealed interface Value {
    /** As it reads in a sentence. */
    String inWords();

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
