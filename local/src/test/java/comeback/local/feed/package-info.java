/** Tests of what the feed tells. */
@NullMarked
package comeback.local.feed;

import org.jspecify.annotations.NullMarked;
