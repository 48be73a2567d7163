package comeback.customer;

/** What a country's registry of consents says about somebody's address, as the shop last told. */
public enum Registry {
    /** They agreed there. */
    APPROVED,
    /** They refused there, whatever they said to the shop. */
    REFUSED
}
