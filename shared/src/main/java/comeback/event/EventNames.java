package comeback.event;

import java.util.Set;

/** The names that flow files may speak of. */
public final class EventNames {
    /** Every event of {@link Event} that is recognised. */
    public static final Set<String> ALL = Set.of(
            "Signed Up",
            "Customer Updated",
            "Product Added",
            "Product Removed",
            "Cart Updated",
            "Cart Viewed",
            "Checkout Started",
            "Order Completed",
            "Order Shipped",
            "Order Delivered",
            "Order Cancelled",
            "Unsubscribed");

    private EventNames() {}
}
