package comeback.render;

/**
 * The links a letter may carry besides those of its cart, order and parcel. All are https; http is for this very
 * machine only (127.0.0.1, localhost).
 *
 * @param unsubscribe shows a page with a button; its POST stops marketing mail
 * @param preferences where the customer chooses what they get
 * @param confirm where somebody says that a request is theirs; "" in all letters but the one that asks
 * @param rate where somebody says how they find what is in the letter's order; "" in letters without one
 * @param survey where somebody answers the letter's question
 */
public record Links(String unsubscribe, String preferences, String confirm, String rate, String survey) {
    /** Those of a letter without an order. */
    public Links(String unsubscribe, String preferences, String confirm) {
        this(unsubscribe, preferences, confirm, "", "");
    }
}
