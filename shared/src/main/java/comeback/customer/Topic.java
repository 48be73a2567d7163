package comeback.customer;

/** What a marketing letter is about, as its reader would say: they may want one and not the other. */
public enum Topic {
    /** What they left in a cart, or looked at. */
    REMINDERS,
    /** Discounts, rewards, and being asked to come back. */
    OFFERS,
    /** New things, and what goes with what they have. */
    NEWS,
    /** Birthdays and other days of theirs. */
    OCCASIONS
}
