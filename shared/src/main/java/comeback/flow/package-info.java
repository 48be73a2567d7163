/**
 * Automations and the one decision: given a customer, an input, a store, its flows and the time, what happens
 * next and why. Pure: no clock, network, JSON or AWS.
 */
@NullMarked
package comeback.flow;

import org.jspecify.annotations.NullMarked;
