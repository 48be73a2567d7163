package comeback.ingest.shopify;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Address;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.event.CartRef;
import comeback.event.CheckoutEvent;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.ingest.reading.Addresses;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Taxes;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Orders as Shopify writes them. Each topic brings the whole order as it is, so each tells all that has become of it, and
 * what was told before is known by its id: a shop that subscribes to one topic only loses nothing.
 */
final class ShopifyOrders {
    private static final int NUMBER_MAX = 60;
    private static final int PHONE_MAX = 40;
    private static final int CODES_MAX = 10;
    private static final int CODE_MAX = 60;

    /** An authorised card is as good as paid for the shopper. */
    private static final Set<String> PENDING = Set.of("pending", "partially_paid", "expired", "unpaid");

    private static final Set<String> PAID = Set.of("paid", "partially_refunded", "refunded");

    private ShopifyOrders() {}

    static void tell(String topic, Fields document, Links links, Story story) {
        Optional<OrderId> known = id(document, "id");
        if (known.isEmpty()) {
            return;
        }
        OrderId id = known.get();
        String name = "shopify-order-" + id + "-";
        Instant placedAt = earlier(
                Times.at(document, "processed_at", "created_at").orElse(story.receivedAt()), story.receivedAt());
        Instant changedAt = earlier(Times.at(document, "updated_at").orElse(placedAt), story.receivedAt());
        Person buyer = ShopifyPeople.buyer(document, placedAt).with(Optional.of("order:" + id));
        Order order = order(id, document, placedAt, links);
        Set<String> tokens = ShopifyCarts.tokens(document);
        // Said before the order itself: one that is cancelled already is not confirmed.
        if (topic.equals("orders/cancelled")
                || Times.at(document, "cancelled_at").isPresent()) {
            Optional<Instant> at = Times.at(document, "cancelled_at").or(() -> Optional.of(changedAt));
            story.tell(name + "cancelled", at, buyer, new Event.OrderCancelled(id));
        }
        story.tell(name + "placed", Optional.of(placedAt), buyer, new Event.OrderCompleted(order, tokens));
        boughtElsewhere(name, document, placedAt, story);
        if (topic.equals("orders/paid") || PAID.contains(status(document))) {
            story.tell(
                    name + "paid",
                    Optional.of(topic.equals("orders/paid") ? changedAt : placedAt),
                    buyer,
                    new OrderEvent.OrderPaid(id, Optional.of(order)));
        }
        if (!topic.equals("orders/create") && !topic.equals("orders/paid")) {
            story.tell(
                    name + "updated-" + changedAt, Optional.of(changedAt), buyer, new OrderEvent.OrderUpdated(order));
        }
        if (topic.endsWith("fulfilled")) {
            document.objects("fulfillments")
                    .orElse(List.of())
                    .forEach(parcel -> ShopifyParcels.shipped(id, parcel, buyer, links, story));
        }
    }

    /**
     * The checkout may have been begun by another account than the one that pays, or by nobody known. Whoever left it is
     * not reminded of what was bought.
     */
    private static void boughtElsewhere(String name, Fields document, Instant placedAt, Story story) {
        Optional<String> checkout = ShopifyCarts.token(document, "checkout", "checkout_token");
        story.tell(
                name + "checkout",
                Optional.of(placedAt),
                Person.named(List.of()).with(checkout),
                new CheckoutEvent.CheckoutCompleted(new CartRef(ShopifyCarts.tokens(document), Optional.empty())));
    }

    static Optional<OrderId> id(Fields document, String name) {
        return Texts.id(document, OrderId.MAX - 10, name)
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .filter(id -> !id.isBlank())
                .map(OrderId::new);
    }

    private static Order order(OrderId id, Fields document, Instant placedAt, Links links) {
        Optional<Currency> currency = ShopifyCarts.currency(document);
        List<Line> lines = ShopifyLines.in(document, "line_items", currency, links);
        return new Order(
                id,
                Texts.shown(document, NUMBER_MAX, "name", "order_number").orElse(id.value()),
                placedAt,
                PENDING.contains(status(document)) ? Order.Payment.PENDING : Order.Payment.PAID,
                lines,
                0,
                amounts(document, currency),
                codes(document),
                Emails.in(document, "email", "contact_email"),
                Texts.shown(document, PHONE_MAX, "phone"),
                address(document, "shipping_address"),
                address(document, "billing_address"),
                links.page(document, "order_status_url"));
    }

    private static Optional<Address> address(Fields document, String name) {
        return Addresses.at(document, name);
    }

    private static Order.Amounts amounts(Fields document, Optional<Currency> currency) {
        Optional<Money> shipping = Prices.amount(
                document.objectOrEmpty("total_shipping_price_set").objectOrEmpty("shop_money"),
                currency,
                Prices.TOTAL_MAX,
                "amount");
        return new Order.Amounts(
                amount(document, currency, "total_line_items_price"),
                amount(document, currency, "total_discounts"),
                shipping,
                amount(document, currency, "total_tax"),
                amount(document, currency, "total_price"),
                extras(document, currency),
                Taxes.in(document, "tax_lines", currency));
    }

    /** What is paid beside goods, shipping and tax: a tip, duties, fees. */
    private static Optional<Money> extras(Fields document, Optional<Currency> currency) {
        BigDecimal sum = document.decimal("total_tip_received").orElse(BigDecimal.ZERO);
        for (String name : List.of(
                "original_total_duties_set",
                "original_total_additional_fees_set",
                "total_cash_rounding_payment_adjustment_set")) {
            sum = sum.add(document.objectOrEmpty(name)
                    .objectOrEmpty("shop_money")
                    .decimal("amount")
                    .orElse(BigDecimal.ZERO));
        }
        BigDecimal extras = sum;
        return sum.signum() == 0 || sum.abs().compareTo(Prices.TOTAL_MAX) > 0
                ? Optional.empty()
                : currency.map(unit -> Money.of(extras, unit));
    }

    private static Optional<Money> amount(Fields document, Optional<Currency> currency, String name) {
        return Prices.amount(document, currency, Prices.TOTAL_MAX, name);
    }

    private static List<String> codes(Fields document) {
        if (!(document.asMap().get("discount_codes") instanceof List<?>)) {
            return List.of();
        }
        return document.objects("discount_codes").orElse(List.of()).stream()
                .flatMap(code -> Texts.shown(code, CODE_MAX, "code").stream())
                .distinct()
                .limit(CODES_MAX)
                .toList();
    }

    private static String status(Fields document) {
        return String.valueOf(document.asMap().get("financial_status"));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
