/**
 * One e-mail to one customer: its class, its states, and whether it may go now. Pure.
 */
@NullMarked
package comeback.message;

import org.jspecify.annotations.NullMarked;
