/**
 * For the tests of a shop's own flows: what shoppers did goes in, time passes, and the letters that went are looked at, with the
 * real functions in between and no mock of anything. {@link comeback.test.Shop} is where to begin; {@link
 * comeback.test.Events} and {@link comeback.test.Expected} are the words to say it with.
 */
@NullMarked
package comeback.test;

import org.jspecify.annotations.NullMarked;
