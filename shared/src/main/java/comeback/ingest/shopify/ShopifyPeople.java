package comeback.ingest.shopify;

import comeback.customer.Consent;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.PersonEvent;
import comeback.ingest.reading.Countries;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Languages;
import comeback.ingest.reading.Names;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** People as Shopify writes them. A shop without access to personal data sends no address and no name. */
final class ShopifyPeople {
    private ShopifyPeople() {}

    /**
     * A new record of a person. Shopify makes one for each guest who buys, too: "disabled" says that there is no account,
     * and to whom nothing was promised nobody says that their account is ready.
     */
    static void created(Fields document, Story story) {
        Person person = customer(document, story);
        boolean isGuest = "disabled".equals(document.asMap().get("state"));
        Event event = isGuest && !(person.consent() instanceof Consent.Given)
                ? new Event.CustomerUpdated()
                : new Event.SignedUp();
        story.tell("shopify-customer-" + id(document) + "-created", Times.at(document, "created_at"), person, event);
    }

    static void updated(String id, Fields document, Story story) {
        story.tell(id, Times.at(document, "updated_at"), customer(document, story), new Event.CustomerUpdated());
    }

    static void deleted(Fields document, Story story) {
        story.tell(
                "shopify-customer-" + id(document) + "-deleted",
                Optional.empty(),
                Person.named(user(document, "id")),
                new PersonEvent.CustomerDeleted());
    }

    /** Two ids are one person from now on; anything but "completed" says that it has not happened. */
    static void merged(String id, Fields document, Story story) {
        List<Ref> both = Stream.of("admin_graphql_api_customer_kept_id", "admin_graphql_api_customer_deleted_id")
                .flatMap(name -> user(document, name).stream())
                .toList();
        if (both.size() == 2 && "completed".equals(document.asMap().get("status"))) {
            story.tell(id, Optional.empty(), Person.named(both), new PersonEvent.CustomerMerged());
        }
    }

    /** The person said yes or no to marketing mail. */
    static void answered(String id, Fields document, Story story) {
        Optional<EmailAddress> email = Emails.in(document, "email_address", "email");
        Fields answer = document.objectOrEmpty("email_marketing_consent");
        Instant at = Times.at(answer, "consent_updated_at").orElse(story.receivedAt());
        Person person =
                new Person(user(document, "customer_id", "id"), email, true, Profile.EMPTY, consent(document, at));
        story.tell(id, Optional.of(at), person, new PersonEvent.EmailConsentUpdated());
    }

    static void dataRequested(String id, Fields document, Story story) {
        story.tell(id, Optional.empty(), inDocument(document), new PersonEvent.CustomerDataRequested());
    }

    static void redacted(String id, Fields document, Story story) {
        story.tell(id, Optional.empty(), inDocument(document), new PersonEvent.CustomerRedacted());
    }

    /** Whoever a document is about that has a person or an order in it. */
    static Person inDocument(Fields document) {
        Fields customer = document.objectOrEmpty("customer");
        Person person =
                new Person(user(customer, "id"), Emails.in(customer, "email"), true, Profile.EMPTY, Consent.unknown());
        Fields edited = document.objectOrEmpty("order_edit");
        return person.with(Texts.id(document, 90, "order_id")
                .or(() -> Texts.id(edited, 90, "order_id"))
                .map(order -> "order:" + order));
    }

    /** The account of a document that is one. */
    private static Person customer(Fields document, Story story) {
        Instant at = Times.at(document, "updated_at", "created_at").orElse(story.receivedAt());
        return new Person(
                user(document, "id"),
                Emails.in(document, "email"),
                true,
                profile(document, document),
                consent(document, at));
    }

    /**
     * Who bought or is about to. The address typed into an order may be somebody else's than the account's: then it is where
     * this order writes to, and no name of the person.
     *
     * @param at when they answered the question of marketing, if it was asked here
     */
    static Person buyer(Fields document, Instant at) {
        Fields customer = document.objectOrEmpty("customer");
        List<Ref> refs = new ArrayList<>(user(customer, "id"));
        Optional<EmailAddress> own = Emails.in(customer, "email");
        own.map(Ref::email).ifPresent(refs::add);
        Optional<EmailAddress> typed = Emails.in(document, "email", "contact_email")
                .or(() -> Emails.in(document.objectOrEmpty("billing_address"), "email"));
        boolean isTheirs = typed.isEmpty()
                || own.filter(its -> its.inbox().equals(typed.get().inbox())).isPresent();
        boolean said = Boolean.TRUE.equals(document.asMap().get("buyer_accepts_marketing"));
        // The box under the address is about the address: only where it is the person's own it is their word.
        Consent ticked =
                said && (isTheirs || refs.isEmpty()) ? new Consent.Given(at, "Shopify checkout") : Consent.unknown();
        Fields address = document.objectOrEmpty(
                document.asMap().get("shipping_address") instanceof Map<?, ?> ? "shipping_address" : "billing_address");
        return new Person(
                refs,
                typed.or(() -> own),
                isTheirs,
                profile(customer, address).updatedWith(language(document)),
                consent(customer, at).then(ticked));
    }

    /** The language that the shopper saw the shop in. */
    private static Profile language(Fields document) {
        return new Profile(
                Optional.empty(), Optional.empty(), Languages.locale(document, "customer_locale"), Optional.empty());
    }

    private static Profile profile(Fields customer, Fields address) {
        return new Profile(
                        Names.in(customer, "first_name").or(() -> Names.in(address, "first_name")),
                        Names.in(customer, "last_name").or(() -> Names.in(address, "last_name")),
                        Languages.locale(customer, "locale"),
                        Optional.empty())
                .withCountry(Countries.in(customer.objectOrEmpty("default_address"), "country_code", "country")
                        .or(() -> Countries.in(address, "country_code", "country")));
    }

    /** Only two of Shopify's states are an answer of the person. */
    private static Consent consent(Fields customer, Instant otherwise) {
        Fields answer = customer.objectOrEmpty("email_marketing_consent");
        Instant at = Times.at(answer, "consent_updated_at").orElse(otherwise);
        String state = String.valueOf(answer.asMap().get("state"));
        if (state.equals("unsubscribed") || state.equals("redacted")) {
            return new Consent.Withdrawn(at, "Shopify: " + state);
        }
        boolean isOldYes = Boolean.TRUE.equals(customer.asMap().get("accepts_marketing"));
        return state.equals("subscribed") || isOldYes
                ? new Consent.Given(at, "Shopify: subscribed")
                : Consent.unknown();
    }

    private static String id(Fields document) {
        return Texts.id(document, 90, "id").orElse("unknown");
    }

    /** An id may come as a number or as "gid://shopify/Customer/207119551"; both name the same account. */
    private static List<Ref> user(Fields fields, String... names) {
        return Texts.id(fields, Ref.MAX, names)
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .filter(id -> !id.isBlank())
                .map(Ref::user)
                .stream()
                .toList();
    }
}
