package comeback.customer;

import java.time.Instant;

/**
 * That a flow was started once, kept after it ended: it decides whether it may start again.
 *
 * @param flow its name
 * @param key what it ran for
 * @param at when
 * @param run the how manieth time for the same: 1 is the first
 * @param isHeldOut whether the customer got none of its marketing, so that what it brings can be measured
 */
public record Started(String flow, String key, Instant at, int run, boolean isHeldOut) {
    /** A first run of somebody who gets what the flow sends. */
    public Started(String flow, String key, Instant at) {
        this(flow, key, at, 1, false);
    }
}
