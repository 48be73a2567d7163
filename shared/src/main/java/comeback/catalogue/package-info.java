/**
 * What is sold: products as a shopper saw them, and money. Pure: values only, no clock, network, JSON or AWS.
 */
@NullMarked
package comeback.catalogue;

import org.jspecify.annotations.NullMarked;
