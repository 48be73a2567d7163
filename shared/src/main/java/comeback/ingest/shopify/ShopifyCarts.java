package comeback.ingest.shopify;

import comeback.catalogue.Line;
import comeback.event.CartRef;
import comeback.event.CheckoutEvent;
import comeback.event.Event;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Carts and checkouts as Shopify writes them. A cart names nobody; the checkout that it becomes leads to its owner. */
final class ShopifyCarts {
    private static final int TOKEN_MAX = 90;

    private ShopifyCarts() {}

    static void cart(String id, Fields document, Links links, Story story) {
        Optional<String> token = token(document, "cart", "token").or(() -> token(document, "cart", "id"));
        List<Line> lines = ShopifyLines.in(document, "line_items", currency(document), links);
        CartRef cart = new CartRef(Set.copyOf(token.stream().toList()), Optional.empty());
        story.tell(
                id,
                Times.at(document, "updated_at", "created_at"),
                Person.named(List.of()).with(token),
                new Event.CartUpdated(lines, cart));
    }

    static void checkout(String id, Fields document, Links links, Story story, boolean isNew) {
        Optional<Instant> at = Times.at(document, "updated_at", "created_at");
        CartRef cart = new CartRef(tokens(document), links.page(document, "abandoned_checkout_url"));
        Person person = ShopifyPeople.buyer(document, at.orElse(story.receivedAt()))
                .with(token(document, "checkout", "token"))
                .with(token(document, "cart", "cart_token"));
        if (Times.at(document, "completed_at").isPresent()) {
            story.tell(id, Times.at(document, "completed_at"), person, new CheckoutEvent.CheckoutCompleted(cart));
            return;
        }
        // Nobody checks out an empty cart: what lists nothing has just not been filled in yet.
        Optional<List<Line>> lines = Optional.of(ShopifyLines.in(document, "line_items", currency(document), links))
                .filter(all -> !all.isEmpty());
        story.tell(
                id,
                at,
                person,
                isNew ? new Event.CheckoutStarted(lines, cart) : new Event.CheckoutUpdated(lines, cart));
    }

    static void deleted(String id, Fields document, Story story) {
        Optional<String> token = token(document, "checkout", "token");
        story.tell(
                id,
                Optional.empty(),
                Person.named(List.of()).with(token),
                new CheckoutEvent.CheckoutDeleted(
                        new CartRef(Set.copyOf(token.stream().toList()), Optional.empty())));
    }

    /** The names by which an order or checkout and the cart that it came from find each other. */
    static Set<String> tokens(Fields document) {
        Set<String> tokens = new LinkedHashSet<>();
        Stream.of(
                        token(document, "cart", "cart_token"),
                        token(document, "checkout", "checkout_token"),
                        // In a checkout "token" is its own; in an order it is the order's, and no checkout's.
                        document.has("order_number") ? Optional.<String>empty() : token(document, "checkout", "token"))
                .flatMap(Optional::stream)
                .forEach(tokens::add);
        return tokens;
    }

    static Optional<String> token(Fields document, String kind, String name) {
        return Texts.token(document, TOKEN_MAX, name).map(token -> kind + ":" + token);
    }

    /** Shoppers see and pay in one currency, and the shop counts in another; prices stand in the shop's. */
    static Optional<Currency> currency(Fields document) {
        return Prices.currency(document, "currency");
    }
}
