package comeback.customer;

import java.time.Instant;

/**
 * An address that must get no mail of any class any more.
 *
 * @param inbox the address in lower case, or a hash of it when its person was forgotten; another address of the same person
 *     may still be written to
 * @param reason why
 * @param at since when
 */
public record Suppression(String inbox, Reason reason, Instant at) {
    private static final String HASHED = "#";

    /** The same about an address that we no longer know, but know again. */
    public Suppression hashed() {
        return inbox.startsWith(HASHED) ? this : new Suppression(hash(inbox), reason, at);
    }

    /** Whether it is about this address. */
    public boolean isOf(EmailAddress address) {
        return inbox.equals(address.inbox()) || inbox.equals(hash(address.inbox()));
    }

    private static String hash(String inbox) {
        return HASHED + Fingerprint.of("inbox", inbox);
    }

    /** What SES told us about the address. */
    public enum Reason {
        HARD_BOUNCE,
        COMPLAINT
    }
}
