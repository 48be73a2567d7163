/**
 * Tests of the local world itself, with functions as small as can be, and the way into it for other tests.
 */
@NullMarked
package comeback.local;

import org.jspecify.annotations.NullMarked;
