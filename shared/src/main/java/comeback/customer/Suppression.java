package comeback.customer;

import java.time.Instant;

/**
 * An address that must get no mail of any class any more.
 *
 * @param inbox the address in lower case; another address of the same person may still be written to
 * @param reason why
 * @param at since when
 */
public record Suppression(String inbox, Reason reason, Instant at) {
    /** What SES told us about the address. */
    public enum Reason {
        HARD_BOUNCE,
        COMPLAINT
    }
}
