/**
 * The Segment tracking API as its own clients and its relatives (RudderStack, Jitsu, PostHog-style batches) speak it. Pure:
 * a body, whose key it came with and when it arrived make events, or a list of what is wrong and where.
 */
@NullMarked
package comeback.ingest.segment;

import org.jspecify.annotations.NullMarked;
