/**
 * The shops and their shoppers: lives drawn from the seed, one by one, and the storefronts that report them. They know
 * nothing of how Comeback works; they speak HTTP, and repeat what was not acknowledged.
 */
@NullMarked
package comeback.simulation.shop;

import org.jspecify.annotations.NullMarked;
