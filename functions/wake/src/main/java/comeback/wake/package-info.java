/** The function that Scheduler wakes: for a customer whose time has come, and every five minutes for the sweeper. */
@NullMarked
package comeback.wake;

import org.jspecify.annotations.NullMarked;
