/**
 * The HTTP door: what storefronts post becomes events of one vocabulary, stored before it is answered. It knows protocols
 * and hands everything on; what follows from an event is decided elsewhere, and it cannot send mail.
 *
 * <p>A protocol has a package beside {@code segment}: one pure reader of its bodies. {@code reading} holds what every
 * protocol reads alike, {@code http} the request and the answer.
 */
@NullMarked
package comeback.ingest;

import org.jspecify.annotations.NullMarked;
