package comeback.customer;

import java.time.Instant;

/**
 * That a flow was started once, kept after it ended: it decides whether it may start again.
 *
 * @param flow its name
 * @param key what it ran for
 * @param at when
 */
public record Started(String flow, String key, Instant at) {}
