/**
 * The pages that a shopper sees: words, brand, markup. They need no script, no cookie and no login, and show nothing that
 * whoever got the letter did not know. They decide nothing.
 */
@NullMarked
package comeback.shopper.page;

import org.jspecify.annotations.NullMarked;
