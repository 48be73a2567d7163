/**
 * The function that finds what nobody reports: who has gone quiet, whose day is near, what sells best, and whom SES writes to
 * no more. It knows who is due and has them decided about; what that means for them is the heart's business.
 */
@NullMarked
package comeback.nightly;

import org.jspecify.annotations.NullMarked;
