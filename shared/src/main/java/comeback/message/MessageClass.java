package comeback.message;

/** Why someone gets a message; it decides about consent, caps, quiet hours and the unsubscribe headers. */
public enum MessageClass {
    /** Belongs to something the shopper did: an order, a shipment, an account. */
    TRANSACTIONAL,
    /** The shopper asked for exactly this: a restock alert. */
    REQUESTED,
    /** Everything that promotes. Only with consent, and always with a way out. */
    MARKETING
}
