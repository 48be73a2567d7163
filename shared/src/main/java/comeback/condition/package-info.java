/**
 * The language of conditions: from the text in a flow file to a {@link comeback.flow.Condition}, every mistake found when
 * the file is read. It borrows Velocity's grammar, so that conditions and letters speak alike, and nothing of its
 * evaluation: what a condition may name stands in one table, and asking is pure. It decides nothing about who gets what.
 */
@NullMarked
package comeback.condition;

import org.jspecify.annotations.NullMarked;
