package comeback.wave;

import comeback.customer.CustomerId;
import java.time.Instant;

/**
 * Somebody in the list of those who wait for one thing.
 *
 * @param customer their place, which leads to them though they may have moved
 * @param askedAt when they asked: who asked first hears first
 * @param until when their request lapses
 */
public record Waiter(CustomerId customer, Instant askedAt, Instant until) {
    public boolean isWaitingAt(Instant time) {
        return until.isAfter(time);
    }
}
