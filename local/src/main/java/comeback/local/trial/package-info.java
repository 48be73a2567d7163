/**
 * {@code ./comeback simulate-flow}: plays recorded events through a flow, in a world of its own and under its clock, and
 * tells what the flow would send, when and why. It asks the local world, and decides nothing itself.
 */
@NullMarked
package comeback.local.trial;

import org.jspecify.annotations.NullMarked;
