/** Many worlds: played on all cores, added up, and made small when a promise was broken in one. */
@NullMarked
package comeback.simulation.campaign;

import org.jspecify.annotations.NullMarked;
