/**
 * What a shop tells of its goods in our own words: a product, or how many of something there are. Pure: an object of a
 * request makes a report, or a list of what is wrong and where; what is merely unusable is left out and said so.
 */
@NullMarked
package comeback.ingest.products;

import org.jspecify.annotations.NullMarked;
