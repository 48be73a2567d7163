/**
 * Files that are read again when they change: flows, letters and words show at once, and a mistake in them is reported
 * while the last good state goes on working.
 */
@NullMarked
package comeback.local.reload;

import org.jspecify.annotations.NullMarked;
