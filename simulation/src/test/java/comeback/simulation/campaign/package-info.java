/** What a campaign tells, and where. */
@NullMarked
package comeback.simulation.campaign;

import org.jspecify.annotations.NullMarked;
