/**
 * What happened in the local world, for a person to read: taken off the table's stream, so that nothing in the functions
 * exists for it. It changes nothing.
 */
@NullMarked
package comeback.local.feed;

import org.jspecify.annotations.NullMarked;
