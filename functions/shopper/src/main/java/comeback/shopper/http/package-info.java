/** The two ways of posting a form, and answers with the headers that a secret link needs. */
@NullMarked
package comeback.shopper.http;

import org.jspecify.annotations.NullMarked;
