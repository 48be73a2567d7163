package comeback.store;

/**
 * A store's choices about marketing mail.
 *
 * @param cartRemindersWithoutConsent how many cart reminders someone gets who neither agreed nor refused; 0 or 1.
 *     Where the law asks for consent first, set 0.
 */
public record MarketingPolicy(int cartRemindersWithoutConsent) {
    public static final MarketingPolicy DEFAULT = new MarketingPolicy(1);

    public MarketingPolicy {
        if (cartRemindersWithoutConsent < 0 || cartRemindersWithoutConsent > 1) {
            throw new IllegalArgumentException("cartRemindersWithoutConsent is 0 or 1");
        }
    }
}
