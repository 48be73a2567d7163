package comeback.ingest.segment;

import comeback.event.Event;
import comeback.ingest.reading.Links;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of track calls that mean something to us, with their older and foreign spellings. Storefronts differ in case,
 * blanks and underscores, so only letters and digits count.
 */
public enum TrackName {
    SIGNED_UP(People::signedUp, "Signed Up", "Account Created", "User Signed Up"),
    CUSTOMER_DELETED(People::deleted, "Customer Deleted", "Account Deleted"),
    CUSTOMER_REDACTED(People::redacted, "Customer Redacted"),
    CUSTOMER_DATA_REQUESTED(People::dataRequested, "Customer Data Requested"),
    UNSUBSCRIBED(People::unsubscribed, "Unsubscribed", "Email Unsubscribed"),
    CONSENT_UPDATED(People::consentUpdated, "Email Consent Updated", "Segment Consent Preference Updated"),
    PRODUCT_VIEWED(Browsing::viewed, "Product Viewed", "Viewed Product"),
    PRODUCT_LIST_VIEWED(Browsing::listViewed, "Product List Viewed", "Viewed Product List", "Viewed Product Category"),
    PRODUCTS_SEARCHED(Browsing::searched, "Products Searched", "Searched Products"),
    PRODUCT_ADDED_TO_WISHLIST(Browsing::wished, "Product Added to Wishlist", "Added to Wishlist"),
    PRODUCT_REMOVED_FROM_WISHLIST(Browsing::unwished, "Product Removed from Wishlist", "Removed from Wishlist"),
    PRODUCT_REVIEWED(Browsing::reviewed, "Product Reviewed", "Reviewed Product"),
    PRODUCT_ADDED(CartEvents::added, "Product Added", "Added Product", "Added to Cart"),
    PRODUCT_REMOVED(CartEvents::removed, "Product Removed", "Removed Product", "Removed from Cart"),
    CART_UPDATED(CartEvents::updated, "Cart Updated"),
    CART_VIEWED(CartEvents::viewed, "Cart Viewed", "Viewed Cart"),
    CHECKOUT_STARTED(CartEvents::checkoutStarted, "Checkout Started", "Started Checkout"),
    CHECKOUT_UPDATED(
            CartEvents::checkoutUpdated,
            "Checkout Updated",
            "Checkout Step Viewed",
            "Checkout Step Completed",
            "Payment Info Entered"),
    CHECKOUT_DELETED(CartEvents::checkoutDeleted, "Checkout Deleted"),
    CHECKOUT_ABANDONED(CartEvents::checkoutAbandoned, "Checkout Abandoned"),
    COUPON_ENTERED(Browsing::couponEntered, "Coupon Entered"),
    COUPON_APPLIED(Browsing::couponApplied, "Coupon Applied"),
    COUPON_DENIED(Browsing::couponDenied, "Coupon Denied"),
    COUPON_REMOVED(Browsing::couponRemoved, "Coupon Removed"),
    ORDER_COMPLETED(OrderEvents::completed, "Order Completed", "Completed Order", "Order Placed", "Placed Order"),
    ORDER_PAID(OrderEvents::paid, "Order Paid", "Paid Order", "Paid for Order"),
    ORDER_PAYMENT_FAILED(OrderEvents::paymentFailed, "Order Payment Failed", "Payment Failed"),
    ORDER_UPDATED(OrderEvents::updated, "Order Updated", "Updated Order"),
    ORDER_REFUNDED(OrderEvents::refunded, "Order Refunded", "Refunded Order"),
    ORDER_SHIPPED(OrderEvents::shipped, "Order Shipped", "Order Fulfilled", "Fulfilled Order", "Shipment Created"),
    SHIPMENT_UPDATED(OrderEvents::shipmentUpdated, "Shipment Updated", "Order Shipment Updated"),
    ORDER_DELIVERED(OrderEvents::delivered, "Order Delivered"),
    ORDER_CANCELLED(OrderEvents::cancelled, "Order Cancelled", "Order Canceled", "Cancelled Order", "Canceled Order"),
    RETURN_REQUESTED(Returns::requested, "Return Requested"),
    RETURN_APPROVED(Returns::approved, "Return Approved"),
    RETURN_DECLINED(Returns::declined, "Return Declined"),
    RETURN_RECEIVED(Returns::received, "Return Received"),
    RETURN_CLOSED(Returns::closed, "Return Closed"),
    RETURN_CANCELLED(Returns::cancelled, "Return Cancelled", "Return Canceled"),
    CONTACT_MADE(People::contactMade, "Contact Made", "Lead Created", "Lead Generated", "Lead Received"),
    POINTS_CHANGED(
            People::pointsChanged, "Points Changed", "Loyalty Points Changed", "Tier Changed", "Loyalty Tier Changed"),
    REWARD_UNLOCKED(People::rewardUnlocked, "Reward Unlocked", "Loyalty Reward Unlocked"),
    BACK_IN_STOCK_SUBSCRIBED(
            Browsing::stockAsked, "Back In Stock Subscribed", "Back In Stock Requested", "Subscribed to Back in Stock"),
    BACK_IN_STOCK_UNSUBSCRIBED(
            Browsing::stockForgotten, "Back In Stock Unsubscribed", "Unsubscribed from Back in Stock");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Map<String, TrackName> BY_SPELLING = Arrays.stream(values())
            .flatMap(name -> name.spellings.stream().map(spelling -> Map.entry(plain(spelling), name)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that nobody can change.
    private final List<String> spellings;

    @SuppressWarnings("ImmutableEnumChecker") // A method of ours without a state.
    private final Reader reader;

    /** Makes the event of a name out of its properties. */
    @FunctionalInterface
    interface Reader {
        /** The event; nothing when something in it is wrong, which is then noted. */
        Optional<Event> read(Fields properties, Instant occurredAt, Links links);
    }

    TrackName(Reader reader, String... spellings) {
        this.reader = reader;
        this.spellings = List.of(spellings);
    }

    /** The event that goes by this name; nothing for a name that means nothing to us. */
    public static Optional<TrackName> of(String name) {
        return Optional.ofNullable(BY_SPELLING.get(plain(name)));
    }

    Optional<Event> read(Fields properties, Instant occurredAt, Links links) {
        return reader.read(properties, occurredAt, links);
    }

    /** What is left of a name when case, blanks and marks do not count. */
    public static String plain(String name) {
        return NO_LETTER_OR_DIGIT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
