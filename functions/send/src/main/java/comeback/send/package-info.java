/**
 * The function that the table's stream calls with messages that are due: claim, check again, render, ask SES, settle. The
 * one door to SES.
 */
@NullMarked
package comeback.send;

import org.jspecify.annotations.NullMarked;
