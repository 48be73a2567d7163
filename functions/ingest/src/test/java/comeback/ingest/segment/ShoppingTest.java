package comeback.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.customer.Shipment;
import comeback.event.CartRef;
import comeback.event.Event;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shoppers do, as storefronts write it. */
class ShoppingTest {
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({
        "Signed Up,SignedUp",
        "signed_up,SignedUp",
        "Account Created,SignedUp",
        "PRODUCT ADDED,ProductAdded",
        "Added Product,ProductAdded",
        "removed_product,ProductRemoved",
        "productRemoved,ProductRemoved",
        "Cart Updated,CartUpdated",
        "Cart Viewed,CartViewed",
        "checkout-started,CheckoutStarted",
        "Completed Order,OrderCompleted",
        "Order Completed,OrderCompleted",
        "Order Fulfilled,OrderShipped",
        "Shipment Created,OrderShipped",
        "Order Delivered,OrderDelivered",
        "Order Canceled,OrderCancelled",
        "Unsubscribed,Unsubscribed",
        "Viewed Product,ProductViewed",
        "Product Added to Wishlist,ProductAddedToWishlist",
        "Product Reviewed,ProductReviewed",
        "Products Searched,ProductsSearched",
        "Checkout Step Completed,CheckoutUpdated",
        "Checkout Abandoned,CheckoutAbandoned",
        "Coupon Applied,CouponApplied",
        "Order Paid,OrderPaid",
        "Order Payment Failed,OrderPaymentFailed",
        "Order Updated,OrderUpdated",
        "Refunded Order,OrderRefunded",
        "Return Requested,ReturnRequested",
        "Back In Stock Requested,BackInStockSubscribed",
        "Email Consent Updated,EmailConsentUpdated",
        "Account Deleted,CustomerDeleted",
        "Product Viewed 주문,Unrecognised",
        "!!!,Unrecognised",
    })
    void names_differ_in_case_and_marks_and_older_ones_are_still_sent(String sent, String kind) {
        String properties = "{\"product_id\":\"m\",\"order_id\":\"1\",\"products\":[],\"coupon\":\"X\"}";

        assertThat(Messages.tracked(Event.class, sent, properties).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void a_product_is_what_the_shopper_saw() {
        var added = Messages.tracked(Event.ProductAdded.class, "Product Added", """
                {"cart_id":"c-9","product_id":507,"sku":"MUG-S","name":"Stoneware mug","variant":"Sand","price":"18.00",\
                "currency":"usd","quantity":"2","url":"/mug","image_url":"//cdn.example/mug 1.jpg"}""");

        assertThat(added)
                .isEqualTo(new Event.ProductAdded(
                        new Line(
                                "507",
                                Optional.of("MUG-S"),
                                "Stoneware mug",
                                Optional.of("Sand"),
                                Optional.of("https://www.alderandpine.example/mug"),
                                Optional.of("https://cdn.example/mug%201.jpg"),
                                2,
                                Optional.of(new Money(1800, USD))),
                        new CartRef(Set.of("cart:c-9"), Optional.empty())));
    }

    @Test
    void a_product_without_a_name_or_price_is_still_a_product() {
        var line = Messages.tracked(Event.ProductAdded.class, "Product Added", "{\"sku\":\"MUG-S\",\"price\":5}")
                .line();

        assertThat(line.productId()).isEqualTo("MUG-S");
        assertThat(line.variantId()).isEmpty();
        assertThat(line.title()).isEqualTo("MUG-S");
        assertThat(line.price()).as("nobody said in which currency").isEmpty();
        assertThat(line.quantity()).isEqualTo(1);
    }

    @Test
    void line_breaks_and_marks_that_turn_the_writing_are_taken_out_of_titles() {
        var line = Messages.tracked(
                        Event.ProductAdded.class,
                        "Product Added",
                        "{\"product_id\":\"m\",\"name\":\" Mug\\r\\nBcc: x@y.example \\u202egum \"}")
                .line();

        assertThat(line.title()).isEqualTo("Mug Bcc: x@y.example gum");
    }

    @Test
    void a_whole_cart_may_be_empty_and_nought_of_a_thing_is_none_of_it() {
        assertThat(Messages.tracked(Event.CartUpdated.class, "Cart Updated", "{\"products\":[]}")
                        .lines())
                .isEmpty();
        assertThat(Messages.tracked(
                                Event.CartUpdated.class,
                                "Cart Updated",
                                "{\"products\":[{\"product_id\":\"a\",\"quantity\":0},{\"product_id\":\"b\"}]}")
                        .lines())
                .extracting(Line::productId)
                .containsExactly("b");
    }

    @Test
    void a_cart_that_is_looked_at_may_list_its_things_or_not() {
        assertThat(Messages.tracked(Event.CartViewed.class, "Cart Viewed", "{}").lines())
                .isEmpty();
        assertThat(Messages.tracked(Event.CartViewed.class, "Cart Viewed", "{\"products\":[]}")
                        .lines())
                .contains(List.of());
    }

    @Test
    void a_checkout_has_all_its_names_and_the_way_back() {
        var started = Messages.tracked(Event.CheckoutStarted.class, "Checkout Started", """
                {"cart_token":"c-9","checkout_id":77,"order_id":"o-1","products":[],\
                "cart_url":"https://alderandpine.example/cart","checkout_url":"https://alderandpine.example/checkout/77"}""");

        assertThat(started.lines()).as("nobody checks out an empty cart").isEmpty();
        assertThat(started.cart())
                .isEqualTo(new CartRef(
                        Set.of("cart:c-9", "checkout:77", "order:o-1"),
                        Optional.of("https://alderandpine.example/checkout/77")));
    }

    @Test
    void an_order_is_read_with_all_that_its_letter_shows() {
        var completed = Messages.tracked(Event.OrderCompleted.class, "Order Completed", """
                {"order_id":"50314b8e9bcf","order_number":"#1001","checkout_id":"ck-1","currency":"try","subtotal":100,\
                "discount":"-10.50","shipping":0,"tax":"18.9","total":"108.40","coupon":"WELCOME","email":"Ayse@Shopper.example",\
                "payment_status":"Pending","phone":"+90 555 000 00 00","order_url":"https://alderandpine.example/o/1",\
                "shipping_address":{"first_name":"Ayşe","last_name":"Yılmaz","street":"Moda Cd. 1","city":"İstanbul",\
                "postal_code":"34710","country":"TR"},"billing_address":"Ayşe Yılmaz\\nModa Cd. 1\\n\\nİstanbul",\
                "products":[{"product_id":"m","price":"50","quantity":2}]}""");

        Order order = completed.order();
        assertThat(completed.cartTokens()).containsExactlyInAnyOrder("order:50314b8e9bcf", "checkout:ck-1");
        assertThat(order.number()).isEqualTo("#1001");
        assertThat(order.placedAt()).isEqualTo(Messages.NOW);
        assertThat(order.payment()).isEqualTo(Order.Payment.PENDING);
        assertThat(order.lines()).hasSize(1);
        assertThat(order.couponCodes()).containsExactly("WELCOME");
        assertThat(order.email().orElseThrow().value()).isEqualTo("Ayse@Shopper.example");
        assertThat(order.phone()).contains("+90 555 000 00 00");
        assertThat(order.url()).contains("https://alderandpine.example/o/1");
        assertThat(order.shippingAddress().orElseThrow().lines())
                .containsExactly("Ayşe Yılmaz", "Moda Cd. 1", "İstanbul, 34710", "TR");
        assertThat(order.billingAddress().orElseThrow().lines())
                .containsExactly("Ayşe Yılmaz", "Moda Cd. 1", "İstanbul");
        assertThat(order.amounts())
                .isEqualTo(new Order.Amounts(lira(10_000), lira(1_050), lira(0), lira(1_890), lira(10_840)));
    }

    @Test
    void an_order_that_says_little_is_an_order() {
        var order = Messages.tracked(
                        Event.OrderCompleted.class, "Order Completed", "{\"order_id\":1001,\"shipping_address\":[]}")
                .order();

        assertThat(order.number()).isEqualTo("1001");
        assertThat(order.payment()).isEqualTo(Order.Payment.PAID);
        assertThat(order.amounts().total()).isEmpty();
        assertThat(order.email()).isEmpty();
        assertThat(order.shippingAddress()).isEmpty();
    }

    @Test
    void won_have_no_decimals_and_dinars_three() {
        assertThat(total("KRW", "23000")).isEqualTo(23_000);
        assertThat(total("kwd", "1.234")).isEqualTo(1_234);
        assertThat(total("USD", "12.345")).isEqualTo(1_235);
    }

    @Test
    void a_parcel_is_known_by_its_own_id_else_by_its_tracking_number_else_by_its_order() {
        assertThat(shipped("{\"order_id\":\"o\",\"shipment_id\":\"s\",\"tracking_number\":\"t\"}")
                        .id())
                .isEqualTo("s");
        assertThat(shipped("{\"order_id\":\"o\",\"tracking_number\":\"t\"}").id())
                .isEqualTo("t");
        assertThat(shipped("{\"order_id\":\"o\"}").id()).isEqualTo("o");
    }

    @Test
    void a_parcel_says_who_brings_it_and_what_is_in_it() {
        var shipment = shipped("""
                {"order_id":"o","carrier":"Yurtiçi","tracking_number":"123","tracking_url":"https://track.example/123",\
                "products":[{"product_id":"m","name":"Mug"}]}""");

        assertThat(shipment.carrier()).contains("Yurtiçi");
        assertThat(shipment.trackingUrl()).contains("https://track.example/123");
        assertThat(shipment.lines()).extracting(Line::title).containsExactly("Mug");
    }

    private static Shipment shipped(String properties) {
        return Messages.tracked(Event.OrderShipped.class, "Order Shipped", properties)
                .shipment();
    }

    private static long total(String currency, String total) {
        String properties = "{\"order_id\":\"1\",\"currency\":\"%s\",\"total\":\"%s\"}".formatted(currency, total);
        return Messages.tracked(Event.OrderCompleted.class, "Order Completed", properties)
                .order()
                .amounts()
                .total()
                .orElseThrow()
                .minor();
    }

    private static Optional<Money> lira(long minor) {
        return Optional.of(new Money(minor, Currency.getInstance("TRY")));
    }
}
