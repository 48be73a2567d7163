package comeback.ingest.segment;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Shipment;
import comeback.ingest.reading.Addresses;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Taxes;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Orders and their parcels. */
final class Orders {
    private static final int NUMBER_MAX = 60;
    private static final int CODES_MAX = 10;
    private static final int WORDS_MAX = 60;
    private static final int PHONE_MAX = 40;

    /**
     * Words for money that is not there yet. An authorised card is as good as paid for the shopper, and what is not said is
     * taken for paid, because most storefronts report an order only then.
     */
    private static final Set<String> PENDING = Set.of(
            "pending",
            "unpaid",
            "awaiting",
            "awaitingpayment",
            "paymentpending",
            "pendingpayment",
            "onhold",
            "partiallypaid",
            "open",
            "due");

    private Orders() {}

    static Optional<Order> order(Fields properties, Instant placedAt, Links links) {
        var lines = Products.listed(properties, links).orElse(List.of());
        var amounts = amounts(properties);
        var shippingAddress = Addresses.at(properties, "shipping_address", "shippingAddress");
        var billingAddress = Addresses.at(properties, "billing_address", "billingAddress");
        var email = Emails.in(properties, "email");
        return id(properties)
                .map(id -> new Order(
                        id,
                        Texts.shown(properties, NUMBER_MAX, "order_number", "orderNumber", "name")
                                .orElse(id.value()),
                        placedAt,
                        payment(properties),
                        lines,
                        0,
                        amounts,
                        codes(properties),
                        email,
                        Texts.shown(properties, PHONE_MAX, "phone"),
                        shippingAddress,
                        billingAddress,
                        links.page(properties, "order_url", "order_status_url", "status_url")));
    }

    static Optional<Shipment> shipment(Fields properties, Links links) {
        List<Line> lines = Products.listed(properties, links).orElse(List.of());
        var number = Texts.shown(properties, WORDS_MAX, "tracking_number", "trackingNumber", "tracking_code");
        var id = Texts.token(
                properties, OrderId.MAX, Texts.named(properties, "shipment_id", "shipmentId", "fulfillment_id"));
        return id(properties)
                .map(orderId -> new Shipment(
                        id.or(() -> number).orElse(orderId.value()),
                        orderId,
                        Texts.shown(
                                properties, WORDS_MAX, "carrier", "tracking_company", "tracking_carrier", "courier"),
                        number,
                        links.page(properties, "tracking_url", "trackingUrl", "tracking_link"),
                        lines));
    }

    /** The shop's id of the order that this is about; that there is none is noted. */
    static Optional<OrderId> id(Fields properties) {
        return Texts.requiredId(properties, OrderId.MAX, "order_id", "orderId").map(OrderId::new);
    }

    private static Order.Amounts amounts(Fields properties) {
        var currency = Prices.currency(properties, "currency");
        return new Order.Amounts(
                        amount(properties, currency, "subtotal", "sub_total"),
                        // Some storefronts write what is taken off as a negative number.
                        amount(properties, currency, "discount")
                                .map(money -> new Money(Math.abs(money.minor()), money.currency())),
                        amount(properties, currency, "shipping"),
                        amount(properties, currency, "tax"),
                        amount(properties, currency, "total"))
                .with(Taxes.in(properties, properties.has("tax_lines") ? "tax_lines" : "taxLines", currency));
    }

    private static Optional<Money> amount(Fields properties, Optional<Currency> currency, String... names) {
        return Prices.amount(properties, currency, Prices.TOTAL_MAX, names);
    }

    private static Order.Payment payment(Fields properties) {
        return Texts.shown(properties, WORDS_MAX, "payment_status", "financial_status")
                .map(TrackName::plain)
                .filter(PENDING::contains)
                .map(word -> Order.Payment.PENDING)
                .orElse(Order.Payment.PAID);
    }

    private static List<String> codes(Fields properties) {
        return Stream.of("coupon", "coupons", "discount_code")
                .flatMap(name -> properties.texts(name).stream())
                .map(code -> Texts.clean(code, WORDS_MAX))
                .filter(code -> !code.isEmpty())
                .distinct()
                .limit(CODES_MAX)
                .toList();
    }
}
