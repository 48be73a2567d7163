package comeback.send;

import comeback.catalogue.Line;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Offer;
import comeback.catalogue.Together;
import comeback.commit.BoughtTogether;
import comeback.commit.Catalogue;
import comeback.commit.Orders;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.OrderState;
import comeback.customer.Viewed;
import comeback.message.Shown;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the products of a letter at the moment of sending: what can be bought then, and what the customer does not have.
 * What the shop never told us of is not recommended, because nobody knows whether there is any.
 */
final class Recommending {
    /** Of the orders that somebody's letter looks back at, so many are read: what they bought before is long used up. */
    private static final int ORDERS_MAX = 10;

    /** An order of more products is a supply, and asking for what goes with each would be slow. */
    private static final int SEEDS_MAX = 5;

    /** Looked at together, so that enough are left when some are sold out. */
    private static final int CANDIDATES_MAX = 20;

    private static final int WITH_MAX = 200;

    private final BoughtTogether together;
    private final Catalogue catalogue;
    private final Orders orders;

    Recommending(BoughtTogether together, Catalogue catalogue, Orders orders) {
        this.together = together;
        this.catalogue = catalogue;
        this.orders = orders;
    }

    /**
     * At most {@value Shown#MAX}; none when there is nothing true to show.
     *
     * @param since what came into the shop before then is not new to them
     */
    List<Line> choose(Shown shown, Store store, Customer customer, Facts facts, Instant since, Instant now) {
        return switch (shown.what()) {
            case VIEWED -> viewed(store.id(), customer);
            case RELATED -> {
                Owned owned = owned(store.id(), customer, facts);
                yield there(store.id(), related(store.id(), owned), owned);
            }
            case POPULAR -> {
                Owned owned = owned(store.id(), customer, facts);
                yield popular(store.id(), owned);
            }
            case NEW -> {
                Owned owned = owned(store.id(), customer, facts);
                yield fresh(shown, store.id(), owned, since, now);
            }
        };
    }

    /**
     * What a customer bought.
     *
     * @param latest in the order that the letter is about, else in the last one
     * @param all in all of them, by product
     */
    private record Owned(List<String> latest, Set<String> all) {
        boolean has(Offer offer) {
            return all.contains(offer.product().id())
                    || offer.product().names().stream().anyMatch(all::contains);
        }
    }

    private List<Line> viewed(StoreId store, Customer customer) {
        List<Line> looked = customer.shopping().viewed().reversed().stream()
                .filter(view -> view.times() > 1)
                .map(Viewed::line)
                .toList();
        Map<Line, Offer> offers = catalogue.offers(store, looked);
        List<Line> shown = new ArrayList<>();
        for (Line line : looked) {
            Optional<Offer> offer = Optional.ofNullable(offers.get(line));
            if (offer.filter(Offer::isOut).isEmpty()) {
                shown.add(offer.map(Offer::asLine).orElse(line));
            }
        }
        return shown.stream().limit(Shown.MAX).toList();
    }

    private Owned owned(StoreId store, Customer customer, Facts facts) {
        List<OrderState> bought = customer.shopping().orders().reversed().stream()
                .filter(order -> !order.isUndone())
                .limit(ORDERS_MAX)
                .toList();
        List<Order> known = bought.stream()
                .flatMap(order -> orders.find(store, order.id()).stream())
                .toList();
        List<String> latest = facts.order()
                .or(() -> known.stream().findFirst())
                .map(order -> products(order.lines()))
                .orElse(List.of());
        // The latest first, for only so many are looked up.
        Set<String> all = new LinkedHashSet<>(latest);
        known.forEach(order -> all.addAll(products(order.lines())));
        return new Owned(latest, all);
    }

    private static List<String> products(Collection<Line> lines) {
        return lines.stream().map(Line::productId).distinct().toList();
    }

    private List<String> related(StoreId store, Owned owned) {
        if (owned.latest().isEmpty()) {
            return List.of();
        }
        List<Together> lately = together.lately(store, BoughtTogether.PAGE_MAX);
        List<Affinity.Scored> scored = new ArrayList<>();
        for (String seed : owned.latest().stream().limit(SEEDS_MAX).toList()) {
            scored.addAll(Affinity.with(seed, together.latelyWith(store, seed, WITH_MAX), lately));
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble(Affinity.Scored::lift).reversed())
                .map(Affinity.Scored::product)
                .distinct()
                .filter(product -> !owned.all().contains(product))
                .limit(CANDIDATES_MAX)
                .toList();
    }

    /** Of the kinds that they bought; if nothing of these is liked by others, of all. */
    private List<Line> popular(StoreId store, Owned owned) {
        List<String> liked = together.bestsellers(store).liked().stream()
                .filter(product -> !owned.all().contains(product))
                .limit(CANDIDATES_MAX)
                .toList();
        Set<String> kinds = kinds(store, owned.latest());
        List<Offer> offers = inStock(store, liked, owned);
        List<Line> ofTheirKind = offers.stream()
                .filter(offer -> isOf(kinds, offer))
                .map(Offer::asLine)
                .limit(Shown.MAX)
                .toList();
        return ofTheirKind.isEmpty()
                ? offers.stream().map(Offer::asLine).limit(Shown.MAX).toList()
                : ofTheirKind;
    }

    /**
     * Those of the kinds that they bought come first, and the newest before the others. A letter that wants several goes to
     * whom as many fit, if it is known what fits them; with fewer, those are all.
     */
    private List<Line> fresh(Shown shown, StoreId store, Owned owned, Instant since, Instant now) {
        List<String> newest = catalogue.newcomers(store, since, now, Newcomer.LISTED_MAX).stream()
                .map(Newcomer::product)
                .distinct()
                .filter(product -> !owned.all().contains(product))
                .limit(CANDIDATES_MAX)
                .toList();
        Set<String> kinds =
                kinds(store, owned.all().stream().limit(Catalogue.BATCH_MAX / 2).toList());
        List<Offer> offers = inStock(store, newest, owned);
        boolean mustFit = shown.atLeast() > 1
                && !kinds.isEmpty()
                && offers.stream().filter(offer -> isOf(kinds, offer)).count() < shown.atLeast();
        return offers.stream()
                .filter(offer -> !mustFit || isOf(kinds, offer))
                .sorted(Comparator.comparing(offer -> !isOf(kinds, offer)))
                .map(Offer::asLine)
                .limit(Shown.MAX)
                .toList();
    }

    private Set<String> kinds(StoreId store, List<String> products) {
        Set<String> kinds = new HashSet<>();
        catalogue
                .offers(store, lines(products))
                .values()
                .forEach(offer -> kinds.addAll(offer.product().categories()));
        return kinds;
    }

    private static boolean isOf(Set<String> kinds, Offer offer) {
        return offer.product().categories().stream().anyMatch(kinds::contains);
    }

    private List<Line> there(StoreId store, List<String> products, Owned owned) {
        return inStock(store, products, owned).stream()
                .map(Offer::asLine)
                .limit(Shown.MAX)
                .toList();
    }

    /** In their order; what is known by several names is one. */
    private List<Offer> inStock(StoreId store, List<String> products, Owned owned) {
        List<Line> lines = lines(products);
        Map<Line, Offer> offers = catalogue.offers(store, lines);
        List<Offer> there = new ArrayList<>();
        for (Line line : lines) {
            Optional.ofNullable(offers.get(line))
                    .filter(offer -> !offer.isOut() && offer.url().isPresent() && !owned.has(offer))
                    .filter(offer -> there.stream()
                            .noneMatch(other ->
                                    other.product().id().equals(offer.product().id())))
                    .ifPresent(there::add);
        }
        return there;
    }

    private static List<Line> lines(List<String> products) {
        return products.stream()
                .map(product -> new Line(
                        product,
                        Optional.empty(),
                        product,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty()))
                .toList();
    }
}
