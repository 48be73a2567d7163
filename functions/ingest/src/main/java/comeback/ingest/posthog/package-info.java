/**
 * PostHog's capture and batch calls, which other product-analytics clients make too. Its items are put into the shape of
 * Segment's messages, and then mean what those mean.
 */
@NullMarked
package comeback.ingest.posthog;

import org.jspecify.annotations.NullMarked;
