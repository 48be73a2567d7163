/** What comes in over HTTP. */
@NullMarked
package comeback.local.http;

import org.jspecify.annotations.NullMarked;
