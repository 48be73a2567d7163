/**
 * What letters that are tried against each other have shown: a pure judgement of counts, which may be asked for every day
 * without more false alarms than it states. It knows no person and decides nothing; who reads it does.
 */
@NullMarked
package comeback.experiment;

import org.jspecify.annotations.NullMarked;
