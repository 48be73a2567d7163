/**
 * A request's body as plain bytes, whatever way it was packed, its key, and the answers a sender can get.
 */
@NullMarked
package comeback.ingest.http;

import org.jspecify.annotations.NullMarked;
