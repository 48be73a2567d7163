package comeback.ingest.shopify;

import comeback.event.Event;
import comeback.event.ReturnEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Reading;
import comeback.ingest.reading.Story;
import comeback.json.Fields;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a delivery of Shopify tells about the store's customers; nothing when it is about none. */
public final class ShopifyReader {
    private final ShopifyDelivery delivery;
    private final Fields document;
    private final Links links;
    private final Story story;

    private ShopifyReader(ShopifyDelivery delivery, Fields document, Links links, Story story) {
        this.delivery = delivery;
        this.document = document;
        this.links = links;
        this.story = story;
    }

    /**
     * The events of a delivery, and what it tells of the shop's goods.
     *
     * @param document the webhook's body, or the payload of the bus
     * @param store whose shop it is, which the caller has made sure of
     * @param receivedAt now
     */
    public static Reading.Understood read(
            ShopifyDelivery delivery, Map<String, Object> document, Store store, Instant receivedAt) {
        Story story = new Story("Shopify " + delivery.topic(), receivedAt, delivery.isTest(), document);
        Links links = Links.of(store, KeyClass.SECRET);
        new ShopifyReader(delivery, Fields.of(document), links, story).tell();
        return new Reading.Understood(
                story.reads(), ShopifyProducts.reports(delivery.topic(), Fields.of(document), links, receivedAt));
    }

    private void tell() {
        switch (delivery.topic()) {
            case "customers/create" -> ShopifyPeople.created(document, story);
            case "customers/update", "customers/enable", "customers/disable" ->
                ShopifyPeople.updated(delivery.id(), document, story);
            case "customers/delete" -> ShopifyPeople.deleted(document, story);
            case "customers/merge" -> ShopifyPeople.merged(delivery.id(), document, story);
            case "customers_email_marketing_consent/update", "customers/email_marketing_consent_update" ->
                ShopifyPeople.answered(delivery.id(), document, story);
            case "customers/data_request" -> ShopifyPeople.dataRequested(delivery.id(), document, story);
            case "customers/redact" -> ShopifyPeople.redacted(delivery.id(), document, story);
            case "carts/create", "carts/update" -> ShopifyCarts.cart(delivery.id(), document, links, story);
            case "checkouts/create" -> ShopifyCarts.checkout(delivery.id(), document, links, story, true);
            case "checkouts/update" -> ShopifyCarts.checkout(delivery.id(), document, links, story, false);
            case "checkouts/delete" -> ShopifyCarts.deleted(delivery.id(), document, story);
            case "orders/create",
                    "orders/paid",
                    "orders/updated",
                    "orders/cancelled",
                    "orders/fulfilled",
                    "orders/partially_fulfilled" -> ShopifyOrders.tell(delivery.topic(), document, links, story);
            case "fulfillments/create", "fulfillments/update" ->
                ShopifyParcels.fulfillment(delivery, document, links, story);
            case "fulfillment_events/create" -> ShopifyParcels.stage(document, story);
            case "refunds/create" -> ShopifyReturns.refund(document, links, story);
            case "returns/request" ->
                ShopifyReturns.tell("requested", ReturnEvent.ReturnRequested::new, document, links, story);
            case "returns/approve" ->
                ShopifyReturns.tell("approved", ReturnEvent.ReturnApproved::new, document, links, story);
            case "returns/decline" ->
                ShopifyReturns.tell("declined", ReturnEvent.ReturnDeclined::new, document, links, story);
            case "returns/process" ->
                ShopifyReturns.tell("received", ReturnEvent.ReturnReceived::new, document, links, story);
            case "returns/close" ->
                ShopifyReturns.tell("closed", ReturnEvent.ReturnClosed::new, document, links, story);
            case "returns/cancel" ->
                ShopifyReturns.tell("cancelled", ReturnEvent.ReturnCancelled::new, document, links, story);
            default -> notUnderstood();
        }
    }

    /** Kept where it can be: with the order or the customer that it is about. */
    private void notUnderstood() {
        Story.Person person = ShopifyPeople.inDocument(document);
        if (!delivery.topic().isEmpty()) {
            story.tell(delivery.id(), Optional.empty(), person, new Event.Unrecognised(delivery.topic()));
        }
    }
}
