package comeback.simulation.shop;

import comeback.simulation.time.Dice;

/**
 * What a world has beside its shoppers. Each is drawn for itself, so that rare things meet each other alone.
 *
 * @param hasGoods whether shops tell of things that come and go
 * @param hasPool whether coupons come from the shop's own lot
 * @param isPaused whether SES pauses the account for some hours
 * @param perSecond how many mails a second SES takes
 * @param perDay how many a day; not positive for no limit
 */
public record Features(boolean hasGoods, boolean hasPool, boolean isPaused, double perSecond, double perDay) {
    private static final double USUAL_PER_SECOND = 14;

    /** What a told life has. */
    public static Features of(Story story) {
        return new Features(!story.counts().isEmpty(), false, false, USUAL_PER_SECOND, -1);
    }

    /** Draws a world's features. */
    public static Features draw(Dice dice, int shoppers, boolean isFaultless) {
        boolean isPoor = !isFaultless && dice.chance("feature", "poor", 0) < 0.1;
        double share = 0.15 + 0.2 * dice.chance("feature", "quota", 0);
        return new Features(
                dice.chance("feature", "goods", 0) < 0.7,
                dice.chance("feature", "pool", 0) < 0.4,
                !isFaultless && dice.chance("feature", "pause", 0) < 0.15,
                dice.chance("feature", "slow", 0) < 0.3 ? 1 : USUAL_PER_SECOND,
                isPoor ? Math.max(3, Math.ceil(shoppers * share)) : -1);
    }

    /** Whether SES takes one mail a second, as it does before an account is let out of the sandbox. */
    public boolean isSlow() {
        return perSecond < 2;
    }
}
