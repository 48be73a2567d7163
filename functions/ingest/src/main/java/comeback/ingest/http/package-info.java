/**
 * A request as plain bytes, whatever way it was packed, and the answers a sender can get. It knows API Gateway's event and
 * nothing of shops.
 */
@NullMarked
package comeback.ingest.http;

import org.jspecify.annotations.NullMarked;
