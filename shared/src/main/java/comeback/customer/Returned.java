package comeback.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a mail came back for a while: a mailbox that is full, a server that is down.
 *
 * @param inbox from where, in lower case
 * @param at when, to the second
 */
public record Returned(String inbox, Instant at) {
    public Returned {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }
}
