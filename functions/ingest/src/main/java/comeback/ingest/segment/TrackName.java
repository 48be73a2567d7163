package comeback.ingest.segment;

import comeback.event.Event;
import comeback.ingest.reading.Links;
import comeback.json.Fields;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of track calls that mean something to us, with their older and foreign spellings. Storefronts differ in case,
 * blanks and underscores, so only letters and digits count.
 */
public enum TrackName {
    SIGNED_UP("Signed Up", "Account Created", "User Signed Up"),
    CUSTOMER_DELETED("Customer Deleted", "Account Deleted"),
    CUSTOMER_REDACTED("Customer Redacted"),
    CUSTOMER_DATA_REQUESTED("Customer Data Requested"),
    UNSUBSCRIBED("Unsubscribed", "Email Unsubscribed"),
    CONSENT_UPDATED("Email Consent Updated", "Segment Consent Preference Updated"),
    PRODUCT_VIEWED("Product Viewed", "Viewed Product"),
    PRODUCT_LIST_VIEWED("Product List Viewed", "Viewed Product List", "Viewed Product Category"),
    PRODUCTS_SEARCHED("Products Searched", "Searched Products"),
    PRODUCT_ADDED_TO_WISHLIST("Product Added to Wishlist", "Added to Wishlist"),
    PRODUCT_REMOVED_FROM_WISHLIST("Product Removed from Wishlist", "Removed from Wishlist"),
    PRODUCT_REVIEWED("Product Reviewed", "Reviewed Product"),
    SURVEY_ANSWERED("Survey Answered"),
    PRODUCT_ADDED("Product Added", "Added Product", "Added to Cart"),
    PRODUCT_REMOVED("Product Removed", "Removed Product", "Removed from Cart"),
    CART_UPDATED("Cart Updated"),
    CART_VIEWED("Cart Viewed", "Viewed Cart"),
    CHECKOUT_STARTED("Checkout Started", "Started Checkout"),
    CHECKOUT_UPDATED("Checkout Updated", "Checkout Step Viewed", "Checkout Step Completed", "Payment Info Entered"),
    CHECKOUT_DELETED("Checkout Deleted"),
    CHECKOUT_ABANDONED("Checkout Abandoned"),
    COUPON_ANNOUNCED("Coupon Announced"),
    COUPON_ENTERED("Coupon Entered"),
    COUPON_APPLIED("Coupon Applied"),
    COUPON_DENIED("Coupon Denied"),
    COUPON_REMOVED("Coupon Removed"),
    ORDER_COMPLETED("Order Completed", "Completed Order", "Order Placed", "Placed Order"),
    ORDER_PAID("Order Paid", "Paid Order", "Paid for Order"),
    ORDER_PAYMENT_FAILED("Order Payment Failed", "Payment Failed"),
    ORDER_UPDATED("Order Updated", "Updated Order"),
    ORDER_REFUNDED("Order Refunded", "Refunded Order"),
    ORDER_SHIPPED("Order Shipped", "Order Fulfilled", "Fulfilled Order", "Shipment Created"),
    SHIPMENT_UPDATED("Shipment Updated", "Order Shipment Updated"),
    ORDER_DELIVERED("Order Delivered"),
    ORDER_CANCELLED("Order Cancelled", "Order Canceled", "Cancelled Order", "Canceled Order"),
    RETURN_REQUESTED("Return Requested"),
    RETURN_APPROVED("Return Approved"),
    RETURN_DECLINED("Return Declined"),
    RETURN_RECEIVED("Return Received"),
    RETURN_CLOSED("Return Closed"),
    RETURN_CANCELLED("Return Cancelled", "Return Canceled"),
    CONTACT_MADE("Contact Made", "Lead Created", "Lead Generated", "Lead Received"),
    POINTS_CHANGED("Points Changed", "Loyalty Points Changed", "Tier Changed", "Loyalty Tier Changed"),
    REWARD_UNLOCKED("Reward Unlocked", "Loyalty Reward Unlocked"),
    BACK_IN_STOCK_SUBSCRIBED("Back In Stock Subscribed", "Back In Stock Requested", "Subscribed to Back in Stock"),
    BACK_IN_STOCK_UNSUBSCRIBED("Back In Stock Unsubscribed", "Unsubscribed from Back in Stock");

    private static final Map<String, TrackName> BY_SPELLING = bySpelling();

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that nobody can change.
    private final List<String> spellings;

    TrackName(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** The event that goes by this name; nothing for a name that means nothing to us. */
    public static Optional<TrackName> of(String name) {
        return Optional.ofNullable(BY_SPELLING.get(plain(name)));
    }

    /**
     * Makes the event of this name out of its properties; nothing when something in it is wrong, which is then noted. A switch,
     * and no method beside each name: a start would link all of them for one event.
     */
    Optional<Event> read(Fields properties, Instant occurredAt, Links links) {
        return switch (this) {
            case SIGNED_UP -> People.signedUp(properties, occurredAt, links);
            case CUSTOMER_DELETED -> People.deleted(properties, occurredAt, links);
            case CUSTOMER_REDACTED -> People.redacted(properties, occurredAt, links);
            case CUSTOMER_DATA_REQUESTED -> People.dataRequested(properties, occurredAt, links);
            case UNSUBSCRIBED -> People.unsubscribed(properties, occurredAt, links);
            case CONSENT_UPDATED -> People.consentUpdated(properties, occurredAt, links);
            case PRODUCT_VIEWED -> Browsing.viewed(properties, occurredAt, links);
            case PRODUCT_LIST_VIEWED -> Browsing.listViewed(properties, occurredAt, links);
            case PRODUCTS_SEARCHED -> Browsing.searched(properties, occurredAt, links);
            case PRODUCT_ADDED_TO_WISHLIST -> Browsing.wished(properties, occurredAt, links);
            case PRODUCT_REMOVED_FROM_WISHLIST -> Browsing.unwished(properties, occurredAt, links);
            case PRODUCT_REVIEWED -> Browsing.reviewed(properties, occurredAt, links);
            case SURVEY_ANSWERED -> People.surveyAnswered(properties, occurredAt, links);
            case PRODUCT_ADDED -> CartEvents.added(properties, occurredAt, links);
            case PRODUCT_REMOVED -> CartEvents.removed(properties, occurredAt, links);
            case CART_UPDATED -> CartEvents.updated(properties, occurredAt, links);
            case CART_VIEWED -> CartEvents.viewed(properties, occurredAt, links);
            case CHECKOUT_STARTED -> CartEvents.checkoutStarted(properties, occurredAt, links);
            case CHECKOUT_UPDATED -> CartEvents.checkoutUpdated(properties, occurredAt, links);
            case CHECKOUT_DELETED -> CartEvents.checkoutDeleted(properties, occurredAt, links);
            case CHECKOUT_ABANDONED -> CartEvents.checkoutAbandoned(properties, occurredAt, links);
            case COUPON_ANNOUNCED -> People.couponAnnounced(properties, occurredAt, links);
            case COUPON_ENTERED -> Browsing.couponEntered(properties, occurredAt, links);
            case COUPON_APPLIED -> Browsing.couponApplied(properties, occurredAt, links);
            case COUPON_DENIED -> Browsing.couponDenied(properties, occurredAt, links);
            case COUPON_REMOVED -> Browsing.couponRemoved(properties, occurredAt, links);
            case ORDER_COMPLETED -> OrderEvents.completed(properties, occurredAt, links);
            case ORDER_PAID -> OrderEvents.paid(properties, occurredAt, links);
            case ORDER_PAYMENT_FAILED -> OrderEvents.paymentFailed(properties, occurredAt, links);
            case ORDER_UPDATED -> OrderEvents.updated(properties, occurredAt, links);
            case ORDER_REFUNDED -> OrderEvents.refunded(properties, occurredAt, links);
            case ORDER_SHIPPED -> OrderEvents.shipped(properties, occurredAt, links);
            case SHIPMENT_UPDATED -> OrderEvents.shipmentUpdated(properties, occurredAt, links);
            case ORDER_DELIVERED -> OrderEvents.delivered(properties, occurredAt, links);
            case ORDER_CANCELLED -> OrderEvents.cancelled(properties, occurredAt, links);
            case RETURN_REQUESTED -> Returns.requested(properties, occurredAt, links);
            case RETURN_APPROVED -> Returns.approved(properties, occurredAt, links);
            case RETURN_DECLINED -> Returns.declined(properties, occurredAt, links);
            case RETURN_RECEIVED -> Returns.received(properties, occurredAt, links);
            case RETURN_CLOSED -> Returns.closed(properties, occurredAt, links);
            case RETURN_CANCELLED -> Returns.cancelled(properties, occurredAt, links);
            case CONTACT_MADE -> People.contactMade(properties, occurredAt, links);
            case POINTS_CHANGED -> People.pointsChanged(properties, occurredAt, links);
            case REWARD_UNLOCKED -> People.rewardUnlocked(properties, occurredAt, links);
            case BACK_IN_STOCK_SUBSCRIBED -> Browsing.stockAsked(properties, occurredAt, links);
            case BACK_IN_STOCK_UNSUBSCRIBED -> Browsing.stockForgotten(properties, occurredAt, links);
        };
    }

    private static Map<String, TrackName> bySpelling() {
        var names = new HashMap<String, TrackName>();
        for (TrackName name : values()) {
            for (String spelling : name.spellings) {
                names.put(plain(spelling), name);
            }
        }
        return Map.copyOf(names);
    }

    /** What is left of a name when case, blanks and marks do not count. */
    public static String plain(String name) {
        var plain = new StringBuilder(name.length());
        int c;
        for (int i = 0; i < name.length(); i += Character.charCount(c)) {
            c = name.codePointAt(i);
            if (isLetterOrNumber(c)) {
                plain.appendCodePoint(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isLetterOrNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(c);
        };
    }
}
