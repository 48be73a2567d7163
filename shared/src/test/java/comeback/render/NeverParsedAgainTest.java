package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.velocity.runtime.ParserPoolImpl;
import org.apache.velocity.runtime.parser.Parser;
import org.junit.jupiter.api.Test;

/** Parsing a letter takes some fifty times as long as writing it. */
class NeverParsedAgainTest {
    /** How often somebody wanted to parse. Velocity makes the pool by its name, so it is known to the class alone. */
    private static final AtomicInteger PARSED = new AtomicInteger();

    /** Counts. */
    public static final class CountedParsers extends ParserPoolImpl {
        @Override
        public Parser get() {
            PARSED.incrementAndGet();
            return super.get();
        }
    }

    @Test
    void every_letter_is_parsed_once_and_then_only_written() {
        Letters letters = Letters.read(EveryLetterTest.TEMPLATES, new Sandbox(CountedParsers.class));
        int parsed = PARSED.get();
        assertThat(parsed).isGreaterThanOrEqualTo(ShippedLetters.all().size());

        LetterSamples samples = new LetterSamples(LetterSamples.SHOP);
        for (SampleMessage message : ShippedLetters.all()) {
            for (Locale locale : LetterSamples.LOCALES) {
                for (LetterSamples.Customer customer : LetterSamples.Customer.values()) {
                    letters.render(samples.request(message, locale, customer));
                }
            }
        }

        assertThat(PARSED).hasValue(parsed);
    }
}
