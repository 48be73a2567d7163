/**
 * What a shop knew of its customers before: lines of customers, orders and older reports, read one by one. It knows how a line
 * is written and what would follow from it; it starts nothing and sends nothing.
 */
@NullMarked
package comeback.ingest.importing;

import org.jspecify.annotations.NullMarked;
