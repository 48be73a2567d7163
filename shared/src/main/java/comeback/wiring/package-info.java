/** What the functions' composition roots share: the environment read once, the clients built once, in one place. */
@NullMarked
package comeback.wiring;

import org.jspecify.annotations.NullMarked;
