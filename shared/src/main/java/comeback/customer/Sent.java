package comeback.customer;

import comeback.message.MessageClass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a mail was handed to SES: what frequency caps count.
 *
 * @param mark first {@value #MARK_LENGTH} characters of the message's id, so that a second attempt is not a second mail
 * @param flow which automation
 * @param countsAs as which class it counts: a welcome that goes at once counts as asked for
 * @param at when, to the second
 * @param journey {@value #JOURNEY_LENGTH} characters by which the journeys of a flow are told apart; empty for a mail of
 *     which it was not kept
 * @param bornAt when it was decided, to the second
 */
public record Sent(String mark, String flow, MessageClass countsAs, Instant at, String journey, Instant bornAt) {
    public static final int MARK_LENGTH = 8;
    public static final int JOURNEY_LENGTH = 4;

    public Sent {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        bornAt = bornAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** One of which only that is known. */
    public Sent(String mark, String flow, MessageClass countsAs, Instant at) {
        this(mark, flow, countsAs, at, "", at);
    }
}
