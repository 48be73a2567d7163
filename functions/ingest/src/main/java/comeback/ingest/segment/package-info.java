/**
 * The Segment tracking API as its own clients and its relatives (RudderStack, Jitsu) speak it; and what its messages mean,
 * because other protocols put theirs into the same shape. Pure: a body, whose key it came with and when it arrived make
 * events, or a list of what is wrong and where.
 */
@NullMarked
package comeback.ingest.segment;

import org.jspecify.annotations.NullMarked;
