package comeback.send;

import comeback.catalogue.Line;
import comeback.catalogue.Offer;
import comeback.catalogue.Wish;
import comeback.commit.Catalogue;
import comeback.commit.StockRequests;
import comeback.commit.WaitingList;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.flow.BestCustomer;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shop has, looked at at the moment of sending. */
public final class Shelves {
    private final Catalogue catalogue;
    private final WaitingList waiting;

    public Shelves(Catalogue catalogue, WaitingList waiting) {
        this.catalogue = catalogue;
        this.waiting = waiting;
    }

    /** One batch read. What the catalogue does not know is shown as the storefront told it. */
    Goods look(StoreId store, About.TheGoods about) {
        List<Line> told = about.wishes().stream().map(Wish::line).distinct().toList();
        Map<Line, Offer> offers = catalogue.offers(store, told);
        List<Line> shown = new ArrayList<>();
        List<Wish> missing = new ArrayList<>();
        for (Wish wish : about.wishes()) {
            Optional<Offer> offer = Optional.ofNullable(offers.get(wish.line()));
            if (about.areBack() && offer.filter(Offer::isOut).isPresent()) {
                missing.add(wish);
            } else {
                shown.add(offer.map(Offer::asLine).orElse(wish.line()));
            }
        }
        return new Goods(shown, missing);
    }

    /** Who was to hear of what is sold out again goes back to their old place: they asked before those behind them. */
    void keepWaiting(Store store, Customer customer, Goods goods, Instant now) {
        boolean isFirst = BestCustomer.goesFirst(customer, store, now);
        for (Wish wish : goods.missing()) {
            Waiter waiter =
                    new Waiter(customer.id(), wish.askedAt(), wish.askedAt().plus(StockRequests.LIFE));
            waiting.ask(store.id(), wish.wanted(), waiter.first(isFirst), Integer.MAX_VALUE);
        }
    }
}
