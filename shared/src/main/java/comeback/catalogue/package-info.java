/**
 * What is sold: products and variants with their prices, pictures and stock, products as a shopper saw them, and money.
 * It knows how reports of a shop become what we know, in whatever order they come. Pure: values only, no clock, network,
 * JSON or AWS.
 */
@NullMarked
package comeback.catalogue;

import org.jspecify.annotations.NullMarked;
