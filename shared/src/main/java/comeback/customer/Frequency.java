package comeback.customer;

/** How often somebody wants to hear from a shop at most; the shop's own caps hold beside it. */
public enum Frequency {
    AS_IT_COMES,
    WEEKLY,
    MONTHLY
}
