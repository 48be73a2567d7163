package comeback.customer;

import java.time.Duration;

/**
 * What somebody drew when a flow began for them, so that what it brings can be measured against those who drew otherwise.
 *
 * @param trial what was drawn for, with the chances of it: when those change, another trial begins
 * @param arm what they drew
 */
public record Lot(String trial, String arm) {
    /** Their orders of so long count, whatever they drew and whatever they were sent: the longest flows are over by then. */
    public static final Duration WINDOW = Duration.ofDays(30);

    /** The arm of those who get none of a flow's marketing. */
    public static final String HELD_OUT = "held out";

    /** The arm of those who get it. */
    public static final String GIVEN = "given";

    public Lot {
        if (trial.isEmpty() || arm.isEmpty() || trial.contains("#") || arm.contains("#")) {
            throw new IllegalArgumentException("a trial and its arms have names without \"#\"");
        }
    }

    /** Whether somebody is in a flow's holdout. */
    public static Lot ofHoldout(int percent, boolean isHeldOut) {
        return new Lot(holdout(percent), isHeldOut ? HELD_OUT : GIVEN);
    }

    /** How the trial of a flow's holdout is called. */
    public static String holdout(int percent) {
        return "holdout " + percent + "%";
    }
}
