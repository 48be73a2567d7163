/**
 * What the readers of all protocols share: texts made safe to show, addresses, money, links and languages as storefronts
 * write them. Pure: it notes what is wrong and where, and throws nothing.
 */
@NullMarked
package comeback.ingest.reading;

import org.jspecify.annotations.NullMarked;
