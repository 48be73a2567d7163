package comeback.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Splits an amount along with another, so that the parts come to it exactly, in every currency. */
public final class Shares {
    private Shares() {}

    /**
     * What belongs to one stretch of the way from nothing to the whole: of a tax, what is in a refund of the order. It is
     * worked out from both ends of the stretch, so whatever the stretches are, their parts come to all of the amount, and none
     * is a unit off its proportion.
     *
     * @param amount that is split
     * @param whole how far the way goes; zero has no parts
     * @param from how much of the whole went before
     * @param to how much of it is gone then; what is beyond the whole has no part
     */
    public static Money between(Money amount, Money whole, Money from, Money to) {
        return new Money(upTo(amount, whole, to) - upTo(amount, whole, from), amount.currency());
    }

    private static long upTo(Money amount, Money whole, Money reached) {
        if (whole.minor() <= 0) {
            return 0;
        }
        long part = Math.clamp(reached.minor(), 0, whole.minor());
        return BigDecimal.valueOf(amount.minor())
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole.minor()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
