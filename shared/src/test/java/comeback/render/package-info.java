/** What every letter must keep, whoever gets it: shown, escaped, readable, lawful. */
@NullMarked
package comeback.render;

import org.jspecify.annotations.NullMarked;
