package comeback.ingest.segment;

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
enum TrackName {
    SIGNED_UP("Signed Up", "Account Created", "User Signed Up"),
    PRODUCT_ADDED("Product Added", "Added Product", "Added to Cart"),
    PRODUCT_REMOVED("Product Removed", "Removed Product", "Removed from Cart"),
    CART_UPDATED("Cart Updated"),
    CART_VIEWED("Cart Viewed", "Viewed Cart"),
    CHECKOUT_STARTED("Checkout Started", "Started Checkout"),
    ORDER_COMPLETED("Order Completed", "Completed Order", "Order Placed", "Placed Order"),
    ORDER_SHIPPED("Order Shipped", "Order Fulfilled", "Fulfilled Order", "Shipment Created"),
    ORDER_DELIVERED("Order Delivered"),
    ORDER_CANCELLED("Order Cancelled", "Order Canceled", "Cancelled Order", "Canceled Order"),
    UNSUBSCRIBED("Unsubscribed", "Email Unsubscribed"),
    CONSENT_UPDATED("Email Consent Updated", "Segment Consent Preference Updated");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Map<String, TrackName> BY_SPELLING = Arrays.stream(values())
            .flatMap(name -> name.spellings.stream().map(spelling -> Map.entry(plain(spelling), name)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that nobody can change.
    private final List<String> spellings;

    TrackName(String... spellings) {
        this.spellings = List.of(spellings);
    }

    static Optional<TrackName> of(String name) {
        return Optional.ofNullable(BY_SPELLING.get(plain(name)));
    }

    /** What is left of a name when case, blanks and marks do not count. */
    static String plain(String name) {
        return NO_LETTER_OR_DIGIT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
