package comeback.customer;

/**
 * The shop's id of an order.
 *
 * @param value 1 to {@value #MAX} characters, as the shop writes it
 */
public record OrderId(String value) {
    public static final int MAX = 100;

    public OrderId {
        if (value.isBlank() || value.length() > MAX) {
            throw new IllegalArgumentException("an order id has 1 to " + MAX + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
