/** HTTP as this function needs it: API Gateway's event in, the two ways of posting a form, an answer with safe headers. */
@NullMarked
package comeback.shopper.http;

import org.jspecify.annotations.NullMarked;
