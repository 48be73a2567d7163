/**
 * How news of returned stock reaches those who wait for it: in waves that stock can serve, oldest request first, and never
 * because a count flickered. Pure: it knows no clock, network, JSON or AWS; who moves a wave on gives it the stock and the time.
 */
@NullMarked
package comeback.wave;

import org.jspecify.annotations.NullMarked;
