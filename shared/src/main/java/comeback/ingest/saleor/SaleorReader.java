package comeback.ingest.saleor;

import comeback.customer.Consent;
import comeback.customer.OrderId;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Shipment;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Languages;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Names;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Reading;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a notification of Saleor tells about the store's customers. */
public final class SaleorReader {
    private static final int WORDS_MAX = 60;

    private final Fields payload;
    private final Links links;
    private final Story story;

    private SaleorReader(Fields payload, Links links, Story story) {
        this.payload = payload;
        this.links = links;
        this.story = story;
    }

    /**
     * The events of a notification.
     *
     * @param document {@code {"notify_event": …, "payload": {…}}}
     * @param store whose shop it is, which the caller has made sure of
     * @param receivedAt now
     */
    public static Reading.Understood read(Map<String, Object> document, Store store, Instant receivedAt) {
        Fields fields = Fields.of(document);
        String what = Texts.shown(fields, WORDS_MAX, "notify_event").orElse("");
        Story story = new Story("Saleor " + what, receivedAt, false, withoutSecrets(document));
        new SaleorReader(fields.objectOrEmpty("payload"), Links.of(store, KeyClass.SECRET), story).tell(what);
        return new Reading.Understood(story.reads());
    }

    private void tell(String what) {
        Fields document = payload.objectOrEmpty("order");
        Optional<OrderId> order = SaleorOrders.id(document);
        if (what.equals("account_confirmation")) {
            Fields user = payload.objectOrEmpty("user");
            story.tell(
                    "saleor-user-" + Texts.token(user, WORDS_MAX, "id").orElse("") + "-confirmed",
                    Optional.empty(),
                    person(user, user),
                    new Event.SignedUp());
        } else if (order.isPresent()) {
            order(what, order.get(), document);
        }
    }

    private void order(String what, OrderId id, Fields document) {
        String name = "saleor-order-" + id + "-";
        Person buyer = person(payload.objectOrEmpty("user"), document).with(Optional.of("order:" + id));
        var order = SaleorOrders.order(id, document, story.receivedAt(), links);
        switch (what) {
            case "order_confirmation" ->
                story.tell(
                        name + "placed",
                        Optional.of(order.placedAt()),
                        buyer,
                        new Event.OrderCompleted(order, SaleorOrders.tokens(document)));
            case "order_confirmed" ->
                story.tell(name + "confirmed", Optional.empty(), buyer, new OrderEvent.OrderUpdated(order));
            case "order_payment_confirmation" ->
                story.tell(name + "paid", Optional.empty(), buyer, new OrderEvent.OrderPaid(id, Optional.of(order)));
            case "order_canceled" ->
                story.tell(name + "cancelled", Optional.empty(), buyer, new Event.OrderCancelled(id));
            case "order_refund_confirmation" -> refunded(id, name, buyer);
            case "order_fulfillment_confirmation", "order_fulfillment_update" -> shipped(id, name, buyer);
            default -> story.tell(name + what, Optional.empty(), buyer, new Event.Unrecognised(what));
        }
    }

    private void refunded(OrderId id, String name, Person buyer) {
        var amount = Prices.amount(payload, Prices.currency(payload, "currency"), Prices.TOTAL_MAX, "amount");
        String sum = amount.map(money -> Long.toString(money.minor())).orElse("all");
        story.tell(
                name + "refund-" + sum,
                Optional.empty(),
                buyer,
                new OrderEvent.OrderRefunded(id, id + "-" + sum, amount, amount.isEmpty(), List.of()));
    }

    private void shipped(OrderId id, String name, Person buyer) {
        Fields parcel = payload.objectOrEmpty("fulfillment");
        Optional<String> number = Texts.shown(parcel, WORDS_MAX, "tracking_number");
        boolean isLink = Boolean.TRUE.equals(parcel.asMap().get("is_tracking_number_url"));
        String parcelId =
                Texts.token(parcel, OrderId.MAX, "id").or(() -> number).orElse(id.value());
        Shipment shipment = new Shipment(
                parcelId,
                id,
                Optional.empty(),
                number.filter(its -> !isLink),
                isLink ? links.page(parcel, "tracking_number") : Optional.empty(),
                SaleorOrders.lines(payload, "physical_lines", Optional.empty(), links));
        story.tell(name + "shipped-" + parcelId, Optional.empty(), buyer, new Event.OrderShipped(shipment));
    }

    private Person person(Fields user, Fields spoken) {
        List<Ref> refs = new ArrayList<>();
        Texts.id(user, Ref.MAX, "id").map(Ref::user).ifPresent(refs::add);
        var email = Emails.in(user, "email")
                .or(() -> Emails.in(spoken, "email"))
                .or(() -> Emails.in(payload, "recipient_email"));
        return new Person(
                refs,
                email,
                Emails.in(user, "email").isPresent(),
                new Profile(
                        Names.in(user, "first_name"),
                        Names.in(user, "last_name"),
                        Languages.locale(spoken, "language_code"),
                        Optional.empty()),
                Consent.unknown());
    }

    /** Links that confirm an account or change a password are the shopper's alone. */
    private static Map<String, Object> withoutSecrets(Map<String, Object> document) {
        Map<String, Object> kept = new LinkedHashMap<>(document);
        Fields payload = Fields.of(document).objectOrEmpty("payload");
        if (!payload.asMap().isEmpty()) {
            Map<String, Object> told = new LinkedHashMap<>(payload.asMap());
            told.keySet().removeIf(name -> name.contains("token") || name.endsWith("_url"));
            kept.put("payload", told);
        }
        return kept;
    }
}
