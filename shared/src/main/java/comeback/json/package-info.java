/**
 * JSON at the edges: text to maps and lists and back, and a reader that names the path of everything it
 * refuses. It knows nothing of shops.
 */
@NullMarked
package comeback.json;

import org.jspecify.annotations.NullMarked;
