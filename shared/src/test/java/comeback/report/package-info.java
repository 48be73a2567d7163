/** Tests of what is counted. */
@NullMarked
package comeback.report;

import org.jspecify.annotations.NullMarked;
