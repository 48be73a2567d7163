package comeback.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of the consent ledger: that somebody said yes or no to marketing, or to what of it. Written once and never changed;
 * it outlives the person's other data as the proof of what they agreed to, and so knows their address as a hash only.
 *
 * @param at when they said so
 * @param who where the customer lay then
 * @param version of the customer that it made: two words of one moment are two entries
 * @param said in words: "asked", "given", "withdrawn", "given; no offers; weekly"
 * @param source where: the event, the protocol or the page
 * @param words which version of our words they saw; empty when the storefront's were
 * @param address a hash of the address that they were known by; empty when none was
 */
public record ConsentWord(
        Instant at, CustomerId who, long version, String said, String source, String words, String address) {
    /**
     * What is to be written down of a decision; nothing when it changed no word. A storefront that repeats a yes says nothing
     * new.
     *
     * @param words which version of our words they saw
     */
    public static Optional<ConsentWord> between(Customer seen, Customer next, String words) {
        String before = said(seen.consent());
        String after = said(next.consent());
        if (before.equals(after) || next.consent() instanceof Consent.Unknown) {
            return Optional.empty();
        }
        return Optional.of(new ConsentWord(
                at(next.consent()),
                next.id(),
                next.version() + 1,
                after,
                source(next.consent()),
                words,
                next.identity().email().map(ConsentWord::hash).orElse("")));
    }

    /** How an address stands in the ledger: who has the address finds its entries, and nobody finds the address. */
    public static String hash(EmailAddress address) {
        return Fingerprint.of("inbox", address.inbox());
    }

    private static Instant at(Consent consent) {
        return switch (consent) {
            case Consent.Unknown unknown -> Instant.EPOCH;
            case Consent.Given given -> given.at();
            case Consent.Withdrawn gone -> gone.at();
            case Consent.Asked asked -> asked.at();
        };
    }

    private static String source(Consent consent) {
        return switch (consent) {
            case Consent.Unknown unknown -> "";
            case Consent.Given given -> given.source();
            case Consent.Withdrawn gone -> gone.source();
            case Consent.Asked asked -> asked.source();
        };
    }

    private static String said(Consent consent) {
        return switch (consent) {
            case Consent.Unknown unknown -> "unknown";
            case Consent.Withdrawn gone -> "withdrawn";
            case Consent.Asked asked -> "asked";
            case Consent.Given given -> said(given.wishes());
        };
    }

    private static String said(Wishes wishes) {
        List<String> parts = new ArrayList<>(List.of("given"));
        wishes.unwanted().stream()
                .sorted()
                .map(topic -> "no " + topic.name().toLowerCase(Locale.ROOT))
                .forEach(parts::add);
        if (wishes.frequency() != Frequency.AS_IT_COMES) {
            parts.add(wishes.frequency().name().toLowerCase(Locale.ROOT));
        }
        wishes.pausedUntil().ifPresent(until -> parts.add("paused until " + until));
        return String.join("; ", parts);
    }
}
