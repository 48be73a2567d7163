package comeback.ingest.woocommerce;

import comeback.catalogue.Money;
import comeback.customer.Address;
import comeback.customer.Consent;
import comeback.customer.Fingerprint;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Shipment;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.ingest.reading.Addresses;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Orders as WooCommerce writes them: the whole order at every save, twice within a second for one purchase. Each delivery
 * tells all that has become of the order; what was told before is known by its id.
 */
final class WooOrders {
    private static final int NUMBER_MAX = 60;
    private static final int PHONE_MAX = 40;
    private static final int CODES_MAX = 10;

    /** A basket that somebody is still filling in. */
    private static final Set<String> NOT_PLACED = Set.of("checkout-draft", "auto-draft", "draft", "trash", "failed");

    private static final Set<String> PENDING = Set.of("pending", "on-hold");
    private static final Set<String> PAID = Set.of("processing", "completed", "refunded");

    private WooOrders() {}

    static void tell(Fields document, Links links, Story story) {
        Optional<OrderId> known = id(document);
        if (known.isEmpty()) {
            return;
        }
        OrderId id = known.get();
        String name = "woo-order-" + id + "-";
        String status = String.valueOf(document.asMap().get("status"));
        Instant placedAt = bounded(Times.at(document, "date_created_gmt"), story.receivedAt());
        Instant changedAt = bounded(Times.at(document, "date_modified_gmt"), story.receivedAt());
        Person buyer = buyer(document).with(Optional.of("order:" + id));
        Order order = order(id, status, document, placedAt, links);
        if (status.equals("failed")) {
            story.tell(
                    name + "failed-" + changedAt,
                    Optional.of(changedAt),
                    buyer,
                    new OrderEvent.OrderPaymentFailed(id, Optional.of(order), links.page(document, "payment_url")));
        }
        if (NOT_PLACED.contains(status)) {
            return;
        }
        // Said before the order itself: one that is cancelled already is not confirmed.
        if (status.equals("cancelled")) {
            story.tell(name + "cancelled", Optional.of(changedAt), buyer, new Event.OrderCancelled(id));
        }
        story.tell(
                name + "placed", Optional.of(placedAt), buyer, new Event.OrderCompleted(order, Set.of("order:" + id)));
        if (PAID.contains(status) || Times.at(document, "date_paid_gmt").isPresent()) {
            Optional<Instant> paidAt = Times.at(document, "date_paid_gmt").or(() -> Optional.of(changedAt));
            story.tell(name + "paid", paidAt, buyer, new OrderEvent.OrderPaid(id, Optional.of(order)));
        }
        WooParcels.tell(id, document, status, buyer, links, story);
        refunds(id, document, status, buyer, story);
        if (changedAt.isAfter(placedAt)) {
            // Two saves within a second differ in their contents only.
            String state = Fingerprint.of("woo-order", status, Json.print(document.asMap()));
            story.tell(name + state, Optional.of(changedAt), buyer, new OrderEvent.OrderUpdated(order));
        }
    }

    static void deleted(String topic, Fields document, Story story) {
        id(document)
                .ifPresent(id -> story.tell(
                        "woo-order-" + id + "-deleted",
                        Optional.empty(),
                        Person.named(List.of()).with(Optional.of("order:" + id)),
                        new Event.Unrecognised(topic)));
    }

    private static Optional<OrderId> id(Fields document) {
        return Texts.id(document, OrderId.MAX - 10, "id").map(OrderId::new);
    }

    private static Instant bounded(Optional<Instant> at, Instant receivedAt) {
        return at.filter(its -> its.isBefore(receivedAt)).orElse(receivedAt);
    }

    /** The address of a guest's bill is the guest; an account's bill may go elsewhere. */
    private static Person buyer(Fields document) {
        Fields billing = document.objectOrEmpty("billing");
        return new Person(
                WooReader.user(document, "customer_id"),
                Emails.in(billing, "email"),
                false,
                WooReader.profile(billing, document.objectOrEmpty("shipping")),
                Consent.unknown());
    }

    private static Order order(OrderId id, String status, Fields document, Instant placedAt, Links links) {
        Optional<Currency> currency = Prices.currency(document, "currency");
        Fields billing = document.objectOrEmpty("billing");
        Optional<Address> bill = Addresses.at(document, "billing");
        return new Order(
                id,
                Texts.shown(document, NUMBER_MAX, "number")
                        .map(number -> "#" + number)
                        .orElse(id.value()),
                placedAt,
                PENDING.contains(status) ? Order.Payment.PENDING : Order.Payment.PAID,
                WooLines.in(document, currency, links),
                0,
                WooLines.amounts(document, currency),
                codes(document),
                Emails.in(billing, "email"),
                Texts.shown(billing, PHONE_MAX, "phone"),
                Addresses.at(document, "shipping").or(() -> bill),
                bill,
                Optional.empty());
    }

    private static List<String> codes(Fields document) {
        return WooLines.objects(document, "coupon_lines").stream()
                .flatMap(line -> Texts.shown(line, NUMBER_MAX, "code").stream())
                .distinct()
                .limit(CODES_MAX)
                .toList();
    }

    private static void refunds(OrderId id, Fields document, String status, Person buyer, Story story) {
        Optional<Currency> currency = Prices.currency(document, "currency");
        boolean isWhole = status.equals("refunded");
        for (Fields refund : WooLines.objects(document, "refunds")) {
            String its = Texts.token(refund, OrderId.MAX - 10, "id").orElse(id.value());
            story.tell(
                    "woo-refund-" + its,
                    Times.at(document, "date_modified_gmt"),
                    buyer,
                    new OrderEvent.OrderRefunded(
                            id,
                            its,
                            Prices.amount(refund, currency, Prices.TOTAL_MAX, "total")
                                    .map(money -> new Money(Math.abs(money.minor()), money.currency())),
                            isWhole,
                            List.of()));
        }
    }

    /** A parcel of an order. */
    static Shipment shipment(OrderId order, String id, Fields item, Optional<String> number, Links links) {
        return new Shipment(
                id,
                order,
                Texts.shown(item, NUMBER_MAX, "custom_tracking_provider", "tracking_provider", "slug"),
                number,
                links.page(item, "custom_tracking_link", "tracking_link"),
                List.of());
    }
}
