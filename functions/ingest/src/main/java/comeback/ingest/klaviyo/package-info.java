/**
 * The part of Klaviyo's API that a shop calls: events, profiles, marketing consent and stock requests, from its servers and
 * from browsers, in JSON:API. A shop that has Klaviyo's client changes its address. Pure but for the paths.
 */
@NullMarked
package comeback.ingest.klaviyo;

import org.jspecify.annotations.NullMarked;
