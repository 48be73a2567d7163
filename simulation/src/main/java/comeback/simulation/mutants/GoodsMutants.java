package comeback.simulation.mutants;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Stock;
import comeback.catalogue.Variant;
import comeback.commit.Catalogue;
import comeback.commit.Coupons;
import comeback.commit.DueItems.DueItem;
import comeback.commit.Issue;
import comeback.commit.Messages;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.coupon.PooledCode;
import comeback.customer.Customer;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Stockroom;
import comeback.simulation.shop.Features;
import comeback.store.OfferRules;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mistakes with coupons, and with goods that come and go. */
final class GoodsMutants {
    private static final OfferRules NO_RULES =
            new OfferRules(Optional.empty(), Duration.ZERO, OfferRules.MOST_MAX, Optional.empty(), Optional.empty());

    private GoodsMutants() {}

    static List<Mutant> all() {
        return List.of(
                Making.in(
                                "coupon-unissued",
                                "a letter goes with a code that was never issued",
                                Set.of("send"),
                                (p, c) -> p.withMessages(unissued(p.messages())))
                        .inCalm(),
                Making.in(
                                "coupon-for-everybody",
                                "whoever uses a coupon is told yes",
                                Set.of("ingest"),
                                (p, c) -> p.withCoupons(forEverybody(p.coupons())))
                        .inCalm(),
                Making.lenient(
                                "offers-without-rules",
                                "a store's rules about coupons are not looked at",
                                policy -> policy.offers().isPresent() ? policy.with(NO_RULES) : policy)
                        .inCalm(),
                Making.sweeping(
                                "sweeper-overlooks-waves",
                                "nobody looks after news of returned goods whose alarm was lost",
                                item -> !(item instanceof DueItem.OfWave))
                        .at(Harm.LOST)
                        .in(Features::hasGoods),
                Making.in(
                                "sold-out-overlooked",
                                "nobody looks at sending whether it is still there",
                                Set.of("send"),
                                (p, c) -> p.withStockroom(full(p.stockroom())))
                        .at(Harm.LATE)
                        .in(Features::hasGoods));
    }

    private static Messages unissued(Messages right) {
        return new OtherMessages(right) {
            @Override
            public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
                return right.claim(message, next, claim, Optional.empty());
            }
        };
    }

    private static Coupons forEverybody(Coupons right) {
        return new Coupons() {
            @Override
            public Optional<Coupon> find(StoreId store, CouponCode code) {
                return right.find(store, code);
            }

            @Override
            public boolean change(Coupon seen, CouponState next) {
                boolean isChanged = right.change(seen, next);
                return isChanged || !right.find(seen.store(), seen.code()).equals(Optional.of(seen));
            }

            @Override
            public boolean add(StoreId store, PooledCode code) {
                return right.add(store, code);
            }

            @Override
            public Optional<PooledCode> free(StoreId store, String pool, MessageId message, Instant goodUntil) {
                return right.free(store, pool, message, goodUntil);
            }

            @Override
            public int issuedIn(StoreId store, YearMonth month) {
                return right.issuedIn(store, month);
            }
        };
    }

    private static Stockroom full(Stockroom room) {
        Catalogue right = room.catalogue();
        Catalogue full = new Catalogue() {
            @Override
            public Map<String, Product> find(StoreId store, Set<String> ids) {
                Map<String, Product> found = new HashMap<>();
                right.find(store, ids).forEach((id, product) -> found.put(id, filled(product)));
                return found;
            }

            @Override
            public Map<String, String> productsNamed(StoreId store, Set<String> names) {
                return right.productsNamed(store, names);
            }

            @Override
            public boolean save(StoreId store, Product next, Set<String> newNames) {
                return right.save(store, next, newNames);
            }

            @Override
            public Instant openedAt(StoreId store, Instant now) {
                return right.openedAt(store, now);
            }

            @Override
            public void came(StoreId store, Newcomer newcomer) {
                right.came(store, newcomer);
            }

            @Override
            public List<Newcomer> newcomers(StoreId store, Instant from, Instant until, int most) {
                return right.newcomers(store, from, until, most);
            }
        };
        return new Stockroom(full, room.waiting(), room.waves(), room.alarms());
    }

    private static Product filled(Product product) {
        Product full = product;
        for (Variant variant : product.variants()) {
            full = full.after(new Report.StockChanged(variant.id(), new Stock.Unlimited(), variant.stockAsOf()), 0);
        }
        return full;
    }
}
