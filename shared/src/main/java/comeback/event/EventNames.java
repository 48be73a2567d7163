package comeback.event;

import java.util.Set;

/** The names that flow files may speak of. */
public final class EventNames {
    /** Every event of {@link Event} that is recognised. */
    public static final Set<String> ALL = Set.of(
            "Signed Up",
            "Customer Updated",
            "Customer Imported",
            "Customer Merged",
            "Customer Deleted",
            "Customer Redacted",
            "Customer Data Requested",
            "Email Consent Updated",
            "Unsubscribed",
            "Product Viewed",
            "Product List Viewed",
            "Products Searched",
            "Product Added to Wishlist",
            "Product Removed from Wishlist",
            "Product Reviewed",
            "Product Added",
            "Product Removed",
            "Cart Updated",
            "Cart Viewed",
            "Checkout Started",
            "Checkout Updated",
            "Checkout Deleted",
            "Checkout Abandoned",
            "Checkout Completed",
            "Coupon Entered",
            "Coupon Announced",
            "Coupon Applied",
            "Coupon Denied",
            "Coupon Removed",
            "Order Completed",
            "Order Paid",
            "Order Payment Failed",
            "Order Updated",
            "Order Refunded",
            "Order Shipped",
            "Shipment Updated",
            "Order Delivered",
            "Order Cancelled",
            "Return Requested",
            "Return Approved",
            "Return Declined",
            "Return Received",
            "Return Closed",
            "Return Cancelled",
            "Contact Made",
            "Survey Answered",
            "Points Changed",
            "Reward Unlocked",
            "Back In Stock Subscribed",
            "Back In Stock Unsubscribed",
            // With a public key: to be confirmed.
            "Back In Stock Asked",
            // Not reported by storefronts: it follows from their stock, when it is somebody's turn.
            "Product Back In Stock",
            // Nor these: they follow from their prices and their stock, for who saw the product.
            "Product Price Dropped",
            "Product Running Low",
            // Nor these: they are in whatever changes somebody's word, a page of ours too.
            "Consent Given",
            "Consent Asked",
            "Consent Confirmed",
            "Consent Withdrawn",
            // Nor these: the one is in whatever tells their tier, the other in whatever they do.
            "Tier Changed",
            "Engagement Grew",
            // Nor these: they follow from what did not happen, or from a date, and the nightly review finds them.
            "Gone Quiet",
            "Order Expected",
            "Long Silent",
            "Consent Old",
            "Condition Met",
            "Day Near",
            "Week Over");

    private EventNames() {}
}
