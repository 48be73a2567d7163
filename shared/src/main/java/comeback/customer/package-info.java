/**
 * A person known to a store, and all that decides about them: who they are, what they agreed to, their cart,
 * their orders. Pure: it never asks the time and never loads anything; events are folded into it in any order
 * of arrival.
 */
@NullMarked
package comeback.customer;

import org.jspecify.annotations.NullMarked;
