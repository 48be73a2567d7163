/** Shoppers who open the link in a letter, press its button, or let their mail program do it. */
@NullMarked
package comeback.shopper;

import org.jspecify.annotations.NullMarked;
