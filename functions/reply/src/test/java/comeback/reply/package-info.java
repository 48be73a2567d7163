/** Answers to letters, with everything around the function in memory. */
@NullMarked
package comeback.reply;

import org.jspecify.annotations.NullMarked;
