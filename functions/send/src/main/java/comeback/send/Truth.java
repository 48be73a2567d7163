package comeback.send;

import comeback.catalogue.Line;
import comeback.catalogue.Wanted;
import comeback.commit.BoughtTogether;
import comeback.commit.Catalogue;
import comeback.commit.Coupons;
import comeback.commit.Orders;
import comeback.commit.Receipts;
import comeback.coupon.Basket;
import comeback.coupon.CouponOffer;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Change;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.flow.Days;
import comeback.flow.Told;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.ReliesOn;
import comeback.message.Ruling;
import comeback.message.Shown;
import comeback.store.Store;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether what a message relies on is still so, at the moment of sending: days may lie between a decision and its
 * letter. What became false is left out if the letter can do without, else the letter does not go; either way with the
 * ruling that says so.
 */
public final class Truth {
    private final Orders orders;
    private final CartGoods cartGoods;
    private final Shelves shelves;
    private final Bargains bargains;
    private final Giving giving;
    private final Recommending recommending;
    private final Receipting receipting;

    public Truth(
            Orders orders,
            Coupons coupons,
            Catalogue catalogue,
            Shelves shelves,
            BoughtTogether together,
            Receipts receipts) {
        this.orders = orders;
        this.cartGoods = new CartGoods(catalogue);
        this.shelves = shelves;
        this.bargains = new Bargains(catalogue, orders);
        this.giving = new Giving(coupons);
        this.receipting = new Receipting(receipts);
        this.recommending = new Recommending(together, catalogue, orders);
    }

    /** The facts; they end with the first that makes the message untrue. */
    Facts about(Store store, Message message, Customer customer, Instant now) {
        Facts facts = Facts.plain(customer.identity().email());
        if (message.isOvertaken(customer.recentMails())) {
            return facts.refuted(new Ruling(
                    "overtaken",
                    message.flow(),
                    "a later letter of the same kind has gone meanwhile",
                    "It would have gone, had SES taken it before the later one."));
        }
        if (message.about() instanceof About.TheShipment parcel) {
            facts = facts.with(parcel.shipment());
        }
        if (message.about() instanceof About.TheChange(OrderId id, Change.ParcelMoved moved)) {
            facts = facts.with(moved.shipment());
        }
        for (ReliesOn fact : ReliesOn.of(message)) {
            facts = switch (fact) {
                case ReliesOn.TimeLeft it -> time(facts, it.until(), store, now);
                case ReliesOn.CartOpen it -> cart(facts, it, customer);
                case ReliesOn.OrderStands it -> order(facts, it, store, message, customer);
                case ReliesOn.ChangeStands it -> change(facts, it, customer);
                case ReliesOn.DayStands it -> day(facts, it.day(), customer);
                case ReliesOn.WishesThere it -> wishes(facts, it.goods(), store, customer);
                case ReliesOn.GoodsThere later -> facts;
                case ReliesOn.GoodsToShow later -> facts;
                case ReliesOn.CouponGood later -> facts;
                case ReliesOn.ReceiptDrawn later -> facts;
            };
            if (facts.untrue().isPresent()) {
                return facts;
            }
        }
        return facts;
    }

    /** The rest of them, each of which is read for itself: so only when nothing else speaks against the message. */
    Facts withGoodsAndCoupon(Facts known, Store store, Message message, Customer customer, Instant now) {
        Facts facts = known.cart().isPresent() ? cartGoods.look(known, store) : known;
        for (ReliesOn fact : ReliesOn.of(message)) {
            if (facts.untrue().isPresent()) {
                break;
            }
            if (fact instanceof ReliesOn.ReceiptDrawn wanted) {
                facts = receipting.draw(facts, wanted, store, now);
            } else if (fact instanceof ReliesOn.GoodsToShow wanted) {
                facts = shown(facts, wanted.shown(), store, message, customer, now);
            }
        }
        Optional<CouponOffer> offer = message.terms().offer();
        return facts.untrue().isPresent() || offer.isEmpty()
                ? facts
                : giving.give(facts, offer.get(), store, message, customer, now);
    }

    /** The products that are chosen for the letter now. */
    private Facts shown(Facts facts, Shown shown, Store store, Message message, Customer customer, Instant now) {
        List<Line> chosen =
                recommending.choose(shown, store, customer, facts, Since.lastLetter(message, customer, now), now);
        if (chosen.size() >= shown.atLeast()) {
            return facts.with(new Goods(chosen, List.of()));
        }
        Ruling none = new Ruling(
                "goods",
                shown.what().words(),
                "there is "
                        + (shown.atLeast() == 1
                                ? "nothing to show"
                                : "too little to show (" + chosen.size() + " of at least " + shown.atLeast() + ")")
                        + " that is " + shown.what().words() + ", in stock and not theirs already",
                "It would have been shown, had there been "
                        + (shown.atLeast() == 1 ? "such a product" : "more such products") + " when it was due.");
        return shown.goesWithout() ? facts.without(none) : facts.refuted(none);
    }

    /** The cart as it is now: between the decision and this moment it may have been bought. */
    private static Facts cart(Facts facts, ReliesOn.CartOpen relied, Customer customer) {
        Optional<Cart> cart = customer.shopping()
                .cart()
                .filter(open -> open.id().equals(relied.cartId()))
                .filter(open -> !open.isEmpty());
        return cart.map(open -> facts.with(open, Basket.of(open)))
                .orElseGet(() -> facts.refuted(new Ruling(
                        "cart",
                        "closed",
                        "the cart was bought or emptied meanwhile",
                        "It would have gone, had the cart still been there when it was due.")));
    }

    /** Points that were used, or that end later by now, do not end on that day. */
    private static Facts day(Facts facts, About.TheDay day, Customer customer) {
        return Days.stands(day, customer)
                ? facts
                : facts.refuted(new Ruling(
                        "day",
                        day.on().toString(),
                        "by now the shop tells another day, or none",
                        "It would have gone, had the shop still told the same day when it was due."));
    }

    /** What is sold out again is left out; its customer goes on waiting for it. */
    private Facts wishes(Facts facts, About.TheGoods about, Store store, Customer customer) {
        if (about.news().isPresent() && !about.areBack()) {
            return bargains.look(facts, about, store, customer);
        }
        Goods there = shelves.look(store.id(), about);
        Facts shown = facts.with(there);
        if (about.news().isEmpty() && wasTold(there, about, customer)) {
            return shown.refuted(new Ruling(
                    "told",
                    "back",
                    "the customer has heard meanwhile that it is back",
                    "It would have gone, had they still been waiting when it was due."));
        }
        return there.lines().isEmpty()
                ? shown.refuted(new Ruling(
                        "stock",
                        "sold out",
                        "it is sold out again, so the customer waits on",
                        "It would have gone, had there been something left when it was due."))
                : shown;
    }

    /** By the catalogue's ids, as waves name it. */
    private static boolean wasTold(Goods there, About.TheGoods about, Customer customer) {
        return there.lines().stream()
                .map(Wanted::of)
                .anyMatch(wanted ->
                        about.wishes().stream().anyMatch(wish -> Told.since(customer, wanted, wish.askedAt())));
    }

    /** Who was to hear of what is not there goes back to the waiting list. */
    void keepWaiting(Store store, Customer customer, Facts facts, Instant now) {
        shelves.keepWaiting(store, customer, facts.goods(), now);
    }

    private Facts order(Facts facts, ReliesOn.OrderStands relied, Store store, Message message, Customer customer) {
        Optional<Order> known = orders.find(store.id(), relied.order());
        if (known.isEmpty() && relied.isShown()) {
            return facts.refuted(new Ruling(
                    "order",
                    "unknown",
                    "the order is not known",
                    "It would have gone, had the store reported what was bought."));
        }
        Facts shown = known.map(facts::with).orElse(facts);
        if (message.about() instanceof About.TheChange) {
            // That it was cancelled may be the very news.
            return shown;
        }
        return cancelled(customer, relied.order())
                .or(() -> givenBack(message, customer, relied.order()))
                .map(shown::refuted)
                .orElse(shown);
    }

    /** What was told of an order is told no more when it was overtaken. */
    private static Facts change(Facts facts, ReliesOn.ChangeStands relied, Customer customer) {
        return customer.shopping()
                .order(relied.order())
                .filter(order -> !relied.change().stands(order))
                .map(order -> facts.refuted(new Ruling(
                        "overtaken",
                        relied.change().words(),
                        "more is known of order " + relied.order() + " by now",
                        "It would have gone, had nothing newer been reported of the order.")))
                .orElse(facts);
    }

    /** A purchase that was paid back is not confirmed, and nobody is asked how they like what they gave back. */
    private static Optional<Ruling> givenBack(Message message, Customer customer, OrderId id) {
        boolean isMarketing = message.messageClass() == MessageClass.MARKETING;
        return customer.shopping()
                .order(id)
                .filter(order -> message.about() instanceof About.TheOrder)
                .filter(order -> order.isUndone() || (isMarketing && (order.isReturned() || order.isRefunded())))
                .map(order -> new Ruling(
                        "order-refunded",
                        id.value(),
                        "order " + id + " was paid back or sent back meanwhile",
                        "It would have gone, had the customer kept what they bought."));
    }

    private static Optional<Ruling> cancelled(Customer customer, OrderId id) {
        return customer.shopping()
                .order(id)
                .filter(order -> order.stage() == OrderState.Stage.CANCELLED)
                .map(order -> new Ruling(
                        "order-cancelled",
                        id.value(),
                        "order " + id + " was cancelled meanwhile",
                        "It would have gone, had the order not been cancelled."));
    }

    private static Facts time(Facts facts, LocalDateTime until, Store store, Instant now) {
        Instant end = until.atZone(store.zone()).toInstant();
        return now.isBefore(end)
                ? facts
                : facts.refuted(new Ruling(
                        "deadline",
                        end.toString(),
                        "what it says was true until " + end,
                        "It would have gone before then."));
    }
}
