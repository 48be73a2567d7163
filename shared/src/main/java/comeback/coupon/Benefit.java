package comeback.coupon;

import comeback.catalogue.Money;

/** What a coupon takes off, or adds. */
public sealed interface Benefit {
    /**
     * A part of the price.
     *
     * @param percent 1 to 100
     */
    record Percent(int percent) implements Benefit {
        public Percent {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("a percentage is 1 to 100");
            }
        }
    }

    /**
     * A sum.
     *
     * @param amount more than nothing
     */
    record AmountOff(Money amount) implements Benefit {
        public AmountOff {
            if (amount.minor() <= 0) {
                throw new IllegalArgumentException("an amount off is more than nothing");
            }
        }
    }

    /** The way to the shopper. */
    record FreeShipping() implements Benefit {}

    /**
     * A thing that is put in.
     *
     * @param what its name, as the shopper knows it; 1 to {@value #WHAT_MAX} characters
     */
    record Gift(String what) implements Benefit {
        public static final int WHAT_MAX = 80;

        public Gift {
            if (what.isBlank() || what.length() > WHAT_MAX) {
                throw new IllegalArgumentException("a gift's name has 1 to " + WHAT_MAX + " characters");
            }
        }
    }
}
