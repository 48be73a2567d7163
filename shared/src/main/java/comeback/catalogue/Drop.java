package comeback.catalogue;

import java.math.BigDecimal;

/** When a lower price is news: a tenth less and one whole unit of the currency less. What is smaller only annoys. */
public final class Drop {
    private static final int PERCENT = 10;

    private Drop() {}

    /** Whether who saw the one wants to hear of the other. */
    public static boolean isNews(Money seen, Money now) {
        return seen.currency().equals(now.currency())
                && now.minor() * 100 <= seen.minor() * (100 - PERCENT)
                && seen.amount().subtract(now.amount()).compareTo(BigDecimal.ONE) >= 0;
    }
}
