package comeback.send;

import comeback.catalogue.Deal;
import comeback.catalogue.Drop;
import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.catalogue.News;
import comeback.catalogue.Offer;
import comeback.catalogue.Stock;
import comeback.catalogue.Variant;
import comeback.catalogue.Wish;
import comeback.commit.Catalogue;
import comeback.commit.Orders;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.Viewed;
import comeback.message.Ruling;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether what somebody saw still costs less, or is still scarce, at the moment of sending, and whether they have it by
 * now. One product a letter, so there is nothing to leave out.
 */
final class Bargains {
    private final Catalogue catalogue;
    private final Orders orders;

    Bargains(Catalogue catalogue, Orders orders) {
        this.catalogue = catalogue;
        this.orders = orders;
    }

    Facts look(Facts facts, About.TheGoods about, Store store, Customer customer) {
        Wish wish = about.wishes().getFirst();
        Optional<Offer> found = Optional.ofNullable(
                catalogue.offers(store.id(), List.of(wish.line())).get(wish.line()));
        if (found.filter(offer -> !offer.isOut()).isEmpty()) {
            return facts.refuted(new Ruling(
                    "stock",
                    "sold out",
                    "it cannot be bought any more",
                    "It would have gone, had there been something left when it was due."));
        }
        Offer offer = found.get();
        if (isBought(store.id(), customer, wish, offer)) {
            return facts.refuted(new Ruling(
                    "bought",
                    offer.product().id(),
                    "the customer bought it meanwhile",
                    "It would have gone, had they not bought it before it was due."));
        }
        boolean isCheaper = about.news().equals(Optional.of(News.CHEAPER));
        return isCheaper
                ? cheaper(facts, wish, offer, customer)
                : few(facts, offer, store.policy().fewLeft());
    }

    private static Facts cheaper(Facts facts, Wish wish, Offer offer, Customer customer) {
        Optional<Money> now = offer.anyPrice();
        Optional<Money> was = seen(wish, customer)
                .filter(seen -> now.filter(price -> Drop.isNews(seen, price)).isPresent());
        if (was.isEmpty()) {
            return facts.refuted(new Ruling(
                    "price",
                    now.map(price -> price.amount().toPlainString()).orElse("unknown"),
                    "it does not cost so much less any more than what the customer saw",
                    "It would have gone, had the price stayed as low."));
        }
        Line line = offer.asLine().withPrice(now.orElseThrow());
        Optional<Money> lowest = offer.variant()
                .map(Variant::prices)
                .flatMap(prices -> prices.droppedAt().flatMap(prices::lowestBefore));
        return facts.with(new Goods(List.of(line), List.of(), new Deal(was, lowest, 0)));
    }

    /** The price that they saw last: who looked once more saw another one perhaps. */
    private static Optional<Money> seen(Wish wish, Customer customer) {
        return customer.shopping()
                .view(wish.line())
                .filter(view -> view.lastAt().isAfter(wish.askedAt()))
                .map(Viewed::line)
                .flatMap(Line::price)
                .or(() -> wish.line().price());
    }

    private static Facts few(Facts facts, Offer offer, int few) {
        if (offer.stock() instanceof Stock.Units(int count) && count <= few) {
            return facts.with(
                    new Goods(List.of(offer.asLine()), List.of(), new Deal(Optional.empty(), Optional.empty(), count)));
        }
        return facts.refuted(new Ruling(
                "stock",
                "enough",
                "there is enough of it again",
                "It would have gone, had there been only a few left when it was due."));
    }

    /** Only what was ordered since they saw it is read. */
    private boolean isBought(StoreId store, Customer customer, Wish wish, Offer offer) {
        return customer.shopping().orders().stream()
                .filter(order -> !order.isUndone() && !order.placedAt().isBefore(wish.askedAt()))
                .flatMap(order -> orders.find(store, order.id()).stream())
                .flatMap(order -> order.lines().stream())
                .map(Line::productId)
                .anyMatch(bought -> bought.equals(offer.product().id())
                        || offer.product().names().contains(bought));
    }
}
