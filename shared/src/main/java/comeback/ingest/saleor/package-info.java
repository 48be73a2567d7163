/**
 * Saleor's notify_user webhook in our vocabulary: what it would have mailed by itself. Pure: it reads a parsed document. It
 * never refuses one, and it keeps no link of it that opens an account.
 */
@NullMarked
package comeback.ingest.saleor;

import org.jspecify.annotations.NullMarked;
