package comeback.flow;

import comeback.catalogue.Line;
import comeback.customer.Beginnings;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Fingerprint;
import comeback.customer.Identity;
import comeback.customer.Profile;
import comeback.customer.RecentEvents;
import comeback.customer.Shopping;
import comeback.customer.Sign;
import comeback.event.BrowsingEvent;
import comeback.event.CheckoutEvent;
import comeback.event.CouponEvent;
import comeback.event.Event;
import comeback.event.Event.CartEvent;
import comeback.event.LoyaltyEvent;
import comeback.event.OrderEvent;
import comeback.event.PersonEvent;
import comeback.event.StockRequestEvent;
import comeback.event.StoreEvent;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer becomes when an event is added to what we know. Reports may come late, twice or in any order; what
 * already happened later is never undone by what happened before it.
 */
final class Fold {
    /** A cart that was left alone this long is another one when it is touched again: its chain of reminders is over. */
    static final Duration CART_LIFE = Duration.ofDays(30);

    /**
     * Storefronts that call every cart of a shopper by the same name may use a bought one's name again, but not so soon:
     * until then a report about it is a late one from before the purchase.
     */
    static final Duration TOKEN_REST = Duration.ofMinutes(30);

    private Fold() {}

    static Customer into(Customer customer, StoreEvent event, Store store) {
        RecentEvents recent = met(customer, event).with(event.id());
        Customer known = learn(customer, event, store)
                .with(sign(event.event())
                        .map(sign -> recent.seen(sign, event.occurredAt()))
                        .orElse(recent));
        return switch (event.event()) {
            case CartEvent cartEvent -> known.with(cart(known.shopping(), cartEvent, event));
            case OrderEvent order ->
                remembered(known).with(FoldOrders.into(known.shopping(), order, event.occurredAt()));
            case Event.Unsubscribed gone -> withdrawn(known, event);
            case PersonEvent person -> person(known, person, event);
            case Event.SignedUp signedUp -> known.with(known.profile().with(Beginnings.signedUp(event.occurredAt())));
            case Event.CustomerUpdated updated -> known;
            case BrowsingEvent looked -> known.with(looked(known.shopping(), looked, event.occurredAt()));
            case CheckoutEvent checkout -> known.with(FoldOrders.into(known.shopping(), checkout, event.occurredAt()));
            case CouponEvent coupon -> known;
            case LoyaltyEvent loyalty -> known;
            case StockRequestEvent request -> known;
            case Event.Unrecognised other -> known;
        };
    }

    /**
     * Whoever comes in with an import may have been silent for years, and so may thousands beside them. What that has made due
     * begins nothing by itself, or an import would write to all of them in its first night.
     */
    private static RecentEvents met(Customer customer, StoreEvent event) {
        RecentEvents known = customer.recentEvents();
        if (event.event() instanceof PersonEvent.CustomerImported(boolean startsOverdue) && startsOverdue) {
            return known.importedAt(Optional.empty());
        }
        boolean isNew = customer.version() == 0 && event.isHistory();
        return isNew ? known.importedAt(Optional.of(event.receivedAt())) : known;
    }

    /** What the customer did themselves by it. What the shop did about them, or told again, is no sign that they are there. */
    private static Optional<Sign> sign(Event event) {
        return switch (event) {
            case CartEvent cart -> Optional.of(Sign.CART);
            case CheckoutEvent checkout -> Optional.of(Sign.CART);
            case BrowsingEvent.ProductReviewed reviewed -> Optional.of(Sign.WORD);
            case BrowsingEvent looked -> Optional.of(Sign.VISIT);
            case CouponEvent coupon -> Optional.of(Sign.VISIT);
            case StockRequestEvent request -> Optional.of(Sign.WORD);
            case Event.SignedUp signedUp -> Optional.of(Sign.WORD);
            case Event.Unsubscribed gone -> Optional.of(Sign.VISIT);
            case Event.OrderCompleted bought -> Optional.of(Sign.ORDER);
            case PersonEvent.EmailConsentUpdated answered -> Optional.of(Sign.WORD);
            case PersonEvent.ContactMade wrote -> Optional.of(Sign.WORD);
            case PersonEvent.SurveyAnswered answered -> Optional.of(Sign.WORD);
            case OrderEvent order -> Optional.empty();
            case PersonEvent person -> Optional.empty();
            case LoyaltyEvent loyalty -> Optional.empty();
            case Event.CustomerUpdated updated -> Optional.empty();
            case Event.Unrecognised other -> Optional.empty();
        };
    }

    /** Of who has bought so often that the first order will be forgotten, its day is kept. */
    private static Customer remembered(Customer known) {
        return known.shopping().orders().size() < Shopping.ORDERS_MAX
                ? known
                : Days.earliest(known.shopping())
                        .map(first -> known.with(known.profile().with(Beginnings.bought(first))))
                        .orElse(known);
    }

    private static Shopping looked(Shopping shopping, BrowsingEvent event, Instant at) {
        return switch (event) {
            case BrowsingEvent.ProductViewed viewed -> shopping.viewing(viewed.line(), at);
            case BrowsingEvent.ProductListViewed list -> shopping;
            case BrowsingEvent.ProductsSearched searched -> shopping;
            case BrowsingEvent.ProductAddedToWishlist wished -> shopping;
            case BrowsingEvent.ProductRemovedFromWishlist removed -> shopping;
            case BrowsingEvent.ProductReviewed reviewed -> shopping;
        };
    }

    /** Who has no account any more, or wants to be forgotten, is not advertised to. */
    private static Customer person(Customer known, PersonEvent person, StoreEvent event) {
        return switch (person) {
            case PersonEvent.CustomerDeleted deleted -> withdrawn(known, event);
            case PersonEvent.CustomerRedacted redacted -> withdrawn(known, event);
            case PersonEvent.EmailConsentUpdated updated -> known;
            case PersonEvent.ContactMade wrote -> known;
            case PersonEvent.CouponAnnounced announced -> known;
            case PersonEvent.SurveyAnswered(String survey, String answer) ->
                known.with(known.profile().answering(survey, answer));
            case PersonEvent.CustomerMerged merged -> known;
            case PersonEvent.CustomerImported imported -> known;
            case PersonEvent.CustomerDataRequested asked -> known;
        };
    }

    private static Customer withdrawn(Customer known, StoreEvent event) {
        return known.with(known.consent().then(new Consent.Withdrawn(event.occurredAt(), event.source())));
    }

    private static Customer learn(Customer customer, StoreEvent event, Store store) {
        Identity identity = customer.identity().with(event.refsOf(customer));
        Optional<EmailAddress> address = event.addressFor(customer);
        if (address.isPresent()) {
            identity = identity.with(address.get());
        }
        return customer.with(identity)
                .with(customer.profile().updatedWith(told(event)))
                .with(
                        saysAgain(customer, event)
                                ? customer.consent()
                                : customer.consent().then(word(event, store)));
    }

    /** What a storefront heard may be anybody's word; what is imported was asked back, or not, by who had it before. */
    private static Consent word(StoreEvent event, Store store) {
        boolean isAskedBack = store.policy().consent().asksBack() && !event.isHistory();
        return isAskedBack && event.consent() instanceof Consent.Given given
                ? new Consent.Asked(given.at(), given.source())
                : event.consent();
    }

    private static Profile told(StoreEvent event) {
        Profile told = event.profile();
        return event.keyClass() == KeyClass.SECRET
                ? told
                : told.with(told.loyalty().asAnyoneMaySay()).withoutRegistry();
    }

    /**
     * Storefronts repeat what they know of a person on every page. After someone unsubscribed, such a repeat is no new
     * word of theirs; a form that they fill in (sign-up, checkout) is. What is imported is no new word of anybody's: it re-subscribes
     * nobody, whatever day it names.
     */
    private static boolean saysAgain(Customer customer, StoreEvent event) {
        return (customer.consent() instanceof Consent.Withdrawn || customer.consent() instanceof Consent.Asked)
                && event.consent() instanceof Consent.Given
                && (event.event() instanceof Event.CustomerUpdated || event.isHistory());
    }

    private static Shopping cart(Shopping shopping, CartEvent event, StoreEvent envelope) {
        Instant at = envelope.occurredAt();
        if (isOver(shopping, event.cart().tokens(), at)) {
            return shopping;
        }
        Optional<Cart> open = shopping.cart()
                .filter(cart -> Duration.between(cart.lastActivityAt(), at).compareTo(CART_LIFE) < 0);
        boolean isLate = open.isPresent() && at.isBefore(open.get().lastActivityAt());
        List<Line> before = open.map(Cart::lines).orElse(List.of());
        List<Line> lines = switch (event) {
            case Event.ProductAdded added -> add(before, added.line());
            case Event.ProductRemoved removed -> remove(before, removed.line());
            // A whole cart that is older than what we know would bring back what was taken out since.
            case Event.CartUpdated updated -> isLate ? before : updated.lines();
            case Event.CartViewed viewed -> isLate ? before : viewed.lines().orElse(before);
            case Event.CheckoutStarted checkout ->
                isLate ? before : checkout.lines().orElse(before);
            case Event.CheckoutUpdated checkout ->
                isLate ? before : checkout.lines().orElse(before);
        };
        if (lines.isEmpty()) {
            return open.isPresent() ? shopping.closedAt(at, List.of()) : shopping;
        }
        return shopping.withCart(touched(open, lines, event, envelope));
    }

    /** Whether this report is about a cart that was bought or emptied since. */
    private static boolean isOver(Shopping shopping, Set<String> tokens, Instant at) {
        if (shopping.cartClosedAt().isEmpty()) {
            return false;
        }
        Instant closedAt = shopping.cartClosedAt().get();
        if (!at.isAfter(closedAt)) {
            return true;
        }
        List<String> bought =
                tokens.stream().filter(shopping.closedTokens()::contains).toList();
        boolean isBoughtCheckout = bought.stream().anyMatch(token -> !token.startsWith("cart:"));
        return isBoughtCheckout || (!bought.isEmpty() && at.isBefore(closedAt.plus(TOKEN_REST)));
    }

    private static Cart touched(Optional<Cart> open, List<Line> lines, CartEvent event, StoreEvent envelope) {
        Instant at = envelope.occurredAt();
        Set<String> tokens = new LinkedHashSet<>(open.map(Cart::tokens).orElse(Set.of()));
        tokens.addAll(event.cart().tokens());
        Optional<EmailAddress> typed = envelope.email().filter(address -> !envelope.emailIsTheirs());
        return new Cart(
                open.map(Cart::id).orElseGet(() -> Fingerprint.of("cart", envelope.id())),
                tokens,
                lines,
                isWhole(event) ? 0 : open.map(Cart::moreLines).orElse(0),
                event.cart().url().or(() -> open.flatMap(Cart::url)),
                typed.or(() -> open.flatMap(Cart::email)),
                open.map(Cart::startedAt).filter(at::isAfter).orElse(at),
                open.map(Cart::lastActivityAt).filter(at::isBefore).orElse(at));
    }

    /** Whether the event lists the cart as it is, not just what changed. */
    private static boolean isWhole(CartEvent event) {
        return switch (event) {
            case Event.ProductAdded added -> false;
            case Event.ProductRemoved removed -> false;
            case Event.CartUpdated updated -> true;
            case Event.CartViewed viewed -> viewed.lines().isPresent();
            case Event.CheckoutStarted checkout -> checkout.lines().isPresent();
            case Event.CheckoutUpdated checkout -> checkout.lines().isPresent();
        };
    }

    private static List<Line> add(List<Line> lines, Line added) {
        List<Line> result = new ArrayList<>(lines);
        for (int i = 0; i < result.size(); i++) {
            Line line = result.get(i);
            if (line.isSameThing(added)) {
                // The storefront shows the newest title, price and picture; so do we.
                result.set(i, added.withQuantity(Math.min(Line.QUANTITY_MAX, line.quantity() + added.quantity())));
                return result;
            }
        }
        result.add(added);
        return result;
    }

    private static List<Line> remove(List<Line> lines, Line removed) {
        List<Line> result = new ArrayList<>();
        for (Line line : lines) {
            int left = line.isSameThing(removed) ? line.quantity() - removed.quantity() : line.quantity();
            if (left > 0) {
                result.add(line.withQuantity(left));
            }
        }
        return result;
    }
}
