package comeback.wave;

import comeback.catalogue.Sight;
import comeback.customer.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody in the list of those who wait for one thing, or who saw it.
 *
 * @param customer their place, which leads to them though they may have moved
 * @param askedAt when they asked: who asked first hears first. When they saw it, if they did not ask
 * @param until when their request lapses
 * @param isFirst whether they hear before all who are not, whoever asked first
 * @param saw how they saw it, if they did not ask
 */
public record Waiter(CustomerId customer, Instant askedAt, Instant until, boolean isFirst, Optional<Sight> saw) {
    /** Somebody who saw it. */
    public Waiter(CustomerId customer, Instant askedAt, Instant until, Optional<Sight> saw) {
        this(customer, askedAt, until, false, saw);
    }

    /** Somebody who asked. */
    public Waiter(CustomerId customer, Instant askedAt, Instant until) {
        this(customer, askedAt, until, false, Optional.empty());
    }

    public Waiter first(boolean isSo) {
        return new Waiter(customer, askedAt, until, isSo, saw);
    }

    public boolean isWaitingAt(Instant time) {
        return until.isAfter(time);
    }
}
