package comeback.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a flow was started once, kept after it ended: it decides whether it may start again.
 *
 * @param flow its name
 * @param key what it ran for
 * @param at when
 * @param run the how manieth time for the same: 1 is the first
 * @param isHeldOut whether the customer got none of its marketing, so that what it brings can be measured
 * @param lots what they drew in what is measured of it; none while nothing of it goes to them
 */
public record Started(String flow, String key, Instant at, int run, boolean isHeldOut, List<Lot> lots) {
    public Started {
        lots = List.copyOf(lots);
    }

    /** One of which nothing is measured. */
    public Started(String flow, String key, Instant at, int run, boolean isHeldOut) {
        this(flow, key, at, run, isHeldOut, List.of());
    }

    /** A first run of somebody who gets what the flow sends. */
    public Started(String flow, String key, Instant at) {
        this(flow, key, at, 1, false);
    }

    /** What they drew in a trial, if they took part in it. */
    public Optional<Lot> lot(String trial) {
        return lots.stream().filter(lot -> lot.trial().equals(trial)).findFirst();
    }

    /** Whether what is bought then counts as bought after this beginning. */
    public boolean isFollowedBy(Instant purchase) {
        return !purchase.isBefore(at) && purchase.isBefore(at.plus(Lot.WINDOW));
    }
}
