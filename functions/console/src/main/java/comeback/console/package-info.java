/**
 * What a shop's staff and tools may ask about one customer: what happened, and why a letter was sent or not. It reads and
 * changes nothing, answers the holder of a secret key only, and knows no other store than that key's. Stores themselves are
 * entered at the desk beside it, with another key.
 */
@NullMarked
package comeback.console;

import org.jspecify.annotations.NullMarked;
