package comeback.engagement;

import comeback.customer.Fingerprint;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a letter's picture was fetched or a link in it followed, as SES told it, or that its way out was used. Nobody's link and nobody's address stand in
 * it: marks are enough to tell them apart.
 *
 * @param kind which of these
 * @param at when, to the millisecond
 * @param link mark of the link; "" of a picture
 * @param network mark of the address that asked; another one in each store
 * @param agent what it called itself, at most {@value #AGENT_MAX} characters
 */
public record Touch(Kind kind, Instant at, String link, String network, String agent) {
    public static final int AGENT_MAX = 120;

    private static final int MARK_LENGTH = 8;

    /** What was touched. */
    public enum Kind {
        OPEN,
        CLICK,
        /** A link of it led to where who got it ended all marketing. */
        STOP,
        /** The question that it asked was answered; what was answered stands where else the link's mark does. */
        ANSWER
    }

    public Touch {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        String plain = agent.replaceAll("\\p{Cntrl}", " ").strip();
        agent = plain.substring(0, Math.min(plain.length(), AGENT_MAX));
    }

    /** The picture was fetched. */
    public static Touch open(StoreId store, Instant at, String address, String agent) {
        return new Touch(Kind.OPEN, at, "", network(store, address), agent);
    }

    /** A link was followed. */
    public static Touch click(StoreId store, Instant at, String url, String address, String agent) {
        return new Touch(Kind.CLICK, at, mark("link", url), network(store, address), agent);
    }

    /** Somebody pressed the button behind its link that ends marketing. */
    public static Touch stop(Instant at) {
        return new Touch(Kind.STOP, at, "", "", "");
    }

    /**
     * Somebody answered its question.
     *
     * @param answer as a form says it: a word, nothing personal
     */
    public static Touch answer(Instant at, String answer) {
        return new Touch(Kind.ANSWER, at, answer, "", "");
    }

    /** Tells it from the letter's others. */
    public String mark() {
        return mark(kind.name(), at.toString(), link, network, agent);
    }

    boolean isNear(Touch other, Duration window) {
        return Duration.between(at, other.at).abs().compareTo(window) <= 0;
    }

    private static String network(StoreId store, String address) {
        return address.isBlank() ? "" : mark("network", store.value(), address);
    }

    private static String mark(String... parts) {
        return Fingerprint.of(parts).substring(0, MARK_LENGTH);
    }
}
