/**
 * What a shopper does by a link in a letter: stop marketing mail. Knows the store, the customer and the link's signature;
 * decides nothing about flows, sees neither SES nor any other customer, and changes nothing when it is only looked at.
 */
@NullMarked
package comeback.shopper;

import org.jspecify.annotations.NullMarked;
