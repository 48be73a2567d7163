package comeback.ingest.woocommerce;

import comeback.customer.Consent;
import comeback.customer.Fingerprint;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.PersonEvent;
import comeback.ingest.reading.Countries;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Names;
import comeback.ingest.reading.Reading;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a delivery of WooCommerce tells about the store's customers; nothing when it is about none. */
public final class WooReader {
    private WooReader() {}

    /**
     * The events of a delivery, and what it tells of the shop's goods.
     *
     * @param topic "order.updated"
     * @param document the webhook's body
     * @param store whose shop it is, which the caller has made sure of
     * @param receivedAt now
     */
    public static Reading.Understood read(String topic, Map<String, Object> document, Store store, Instant receivedAt) {
        Story story = new Story("WooCommerce " + Texts.clean(topic, 60), receivedAt, false, document);
        Fields fields = Fields.of(document);
        switch (topic) {
            case "order.created", "order.updated", "order.restored" ->
                WooOrders.tell(fields, Links.of(store, KeyClass.SECRET), story);
            case "order.deleted" -> WooOrders.deleted(topic, fields, story);
            case "customer.created" -> customer(fields, story, "created", new Event.SignedUp());
            case "customer.updated" ->
                customer(
                        fields,
                        story,
                        Fingerprint.of("woo-customer", Json.print(document)),
                        new Event.CustomerUpdated());
            case "customer.deleted" -> deleted(fields, story);
            // Products are read below, and what an action of WordPress passes on has lost its contents.
            default -> {}
        }
        return new Reading.Understood(
                story.reads(), WooProducts.reports(topic, fields, Links.of(store, KeyClass.SECRET), receivedAt));
    }

    private static void customer(Fields document, Story story, String what, Event event) {
        Fields billing = document.objectOrEmpty("billing");
        Person person = new Person(
                user(document, "id"),
                Emails.in(document, "email").or(() -> Emails.in(billing, "email")),
                true,
                profile(document, billing),
                Consent.unknown());
        String name = "woo-customer-" + Texts.id(document, 60, "id").orElse("") + "-" + what;
        boolean isNew = event instanceof Event.SignedUp;
        story.tell(name, Times.at(document, isNew ? "date_created_gmt" : "date_modified_gmt"), person, event);
    }

    private static void deleted(Fields document, Story story) {
        story.tell(
                "woo-customer-" + Texts.id(document, 60, "id").orElse("") + "-deleted",
                Optional.empty(),
                Person.named(user(document, "id")),
                new PersonEvent.CustomerDeleted());
    }

    static Profile profile(Fields first, Fields then) {
        return new Profile(
                        Names.in(first, "first_name").or(() -> Names.in(then, "first_name")),
                        Names.in(first, "last_name").or(() -> Names.in(then, "last_name")),
                        Optional.empty(),
                        Optional.empty())
                .withCountry(Countries.in(first, "country").or(() -> Countries.in(then, "country")));
    }

    /** The account; 0 is WooCommerce's word for a guest. */
    static List<Ref> user(Fields document, String name) {
        return Texts.id(document, Ref.MAX, name).filter(id -> !id.equals("0")).map(Ref::user).stream()
                .toList();
    }
}
