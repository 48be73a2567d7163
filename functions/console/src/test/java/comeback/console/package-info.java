@NullMarked
package comeback.console;

import org.jspecify.annotations.NullMarked;
