package comeback.store;

import java.time.Instant;

/**
 * One of several things that a store's flow tried, and that is given to nobody any more, because it did harm.
 *
 * @param flow which automation
 * @param step which step of it tried it
 * @param arm what was tried: a letter, a time, an offer
 * @param at since when
 * @param why which harm
 */
public record Stopped(String flow, String step, String arm, Instant at, Why why) {
    /** Which harm something did, compared with the first of what was tried beside it. */
    public enum Why {
        /** It brought fewer orders. */
        FEWER_ORDERS,
        /** More people unsubscribed, called it spam, or had no such inbox. */
        UNWANTED
    }

    /** Whether it is this. */
    public boolean is(String otherFlow, String otherStep, String otherArm) {
        return flow.equals(otherFlow) && step.equals(otherStep) && arm.equals(otherArm);
    }
}
