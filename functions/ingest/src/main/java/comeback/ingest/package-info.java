/**
 * The HTTP door: what storefronts post becomes events of one vocabulary, stored before it is answered. It knows protocols
 * and hands everything on; what follows from an event is decided elsewhere, and it cannot send mail.
 *
 * <p>Each protocol has a package: {@code segment}, {@code posthog}, {@code klaviyo}, {@code cloudevents}. {@code protocol} is what the
 * door asks of them, {@code reading} what they read alike, {@code http} the request and the answer.
 */
@NullMarked
package comeback.ingest;

import org.jspecify.annotations.NullMarked;
