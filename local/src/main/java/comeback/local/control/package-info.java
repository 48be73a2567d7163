/**
 * The control surface under /local: the clock, the mailbox, what SES shall say, what shall go wrong. Stable, because
 * tests and tools use it. It acts on the local world and never on the functions' own data.
 */
@NullMarked
package comeback.local.control;

import org.jspecify.annotations.NullMarked;
