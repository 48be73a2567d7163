/**
 * What is wrong in the folder {@code templates/}: every mistake in a flow file, a letter or its words, with file and
 * line. It knows no format itself; the readers of flows and letters report in its terms.
 */
@NullMarked
package comeback.templates;

import org.jspecify.annotations.NullMarked;
