package comeback.send;

import comeback.commit.Coupons;
import comeback.commit.Issue;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponOffer;
import comeback.coupon.CouponState;
import comeback.coupon.Given;
import comeback.coupon.MayBeGiven;
import comeback.coupon.PooledCode;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.OrderId;
import comeback.message.Message;
import comeback.message.Ruling;
import comeback.store.OfferRules;
import comeback.store.Store;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Finds the coupon that goes with a message, or the rule because of which none does. It only looks: what it found is issued
 * with the claim, or not at all.
 */
final class Giving {
    private final Coupons coupons;

    Giving(Coupons coupons) {
        this.coupons = coupons;
    }

    /** What is looked at: whose letter, to whom, when, and until when its coupon would be good. */
    private record Ask(Store store, Message message, Customer customer, Instant now, Instant end) {}

    /** Either there is a coupon to be issued, or a rule against it. */
    private sealed interface Found {
        record One(Issue issue) implements Found {}

        record None(Ruling why) implements Found {}
    }

    Facts give(Facts facts, CouponOffer offer, Store store, Message message, Customer customer, Instant now) {
        Ask ask = new Ask(store, message, customer, now, offer.endOf(now));
        return switch (coupon(ask, offer)) {
            case Found.One one ->
                against(ask, one.issue(), facts)
                        .map(ruling -> withoutIt(facts, offer, ruling))
                        .orElseGet(() -> budgeted(facts, offer, ask, one.issue()));
            case Found.None none -> withoutIt(facts, offer, none.why());
        };
    }

    private static Facts withoutIt(Facts facts, CouponOffer offer, Ruling ruling) {
        return offer.goesWithout() ? facts.without(ruling) : facts.refuted(ruling);
    }

    private Found coupon(Ask ask, CouponOffer offer) {
        Optional<Given.One> earlier =
                ask.customer().shopping().given().goneWith(ask.message().id().mark());
        if (earlier.isPresent()) {
            return again(ask, earlier.get().code());
        }
        return switch (offer.source()) {
            case CouponOffer.Source.Minted minted ->
                new Found.One(new Issue(
                        issued(
                                ask,
                                CouponCode.mintedFor(
                                        ask.store(),
                                        ask.message().id(),
                                        ask.message().bornAt()),
                                minted.benefit(),
                                minted.conditions(),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.empty()));
            case CouponOffer.Source.FromPool from -> pooled(ask, from.pool());
        };
    }

    /** An attempt at this letter came to nothing: the same code, valid from now on. */
    private Found again(Ask ask, CouponCode code) {
        Optional<Coupon> known = coupons.find(ask.store().id(), code)
                .filter(coupon -> coupon.state() instanceof CouponState.Issued)
                .filter(coupon -> coupon.endsAt().filter(ask.end()::isAfter).isEmpty());
        return known.<Found>map(coupon -> new Found.One(
                        new Issue(coupon.issuedAgain(ask.now(), ask.end()), Optional.empty(), Optional.empty())))
                .orElseGet(() -> new Found.None(new Ruling(
                        "coupon",
                        code.value(),
                        "the coupon that was to go with it is no longer good",
                        "It would have come with its coupon, had the store not taken that back meanwhile.")));
    }

    private Found pooled(Ask ask, String pool) {
        Optional<PooledCode> free =
                coupons.free(ask.store().id(), pool, ask.message().id(), ask.end());
        return free.<Found>map(code -> new Found.One(new Issue(
                        issued(ask, code.code(), code.benefit(), code.conditions(), code.endsAt()),
                        free,
                        Optional.empty())))
                .orElseGet(() -> new Found.None(new Ruling(
                        "coupon-pool",
                        pool,
                        "no code that is good long enough is left in the pool " + pool,
                        "It would have come with a coupon, had the store put more codes into the pool.")));
    }

    private static Coupon issued(
            Ask ask, CouponCode code, Benefit benefit, Conditions conditions, Optional<Instant> endsAt) {
        Optional<OrderId> thanksFor =
                ask.message().about() instanceof About.TheOrder order ? Optional.of(order.orderId()) : Optional.empty();
        return new Coupon(
                code,
                ask.store().id(),
                ask.customer().id(),
                ask.message().id(),
                thanksFor,
                benefit,
                conditions,
                endsAt,
                ask.now(),
                ask.end(),
                new CouponState.Issued());
    }

    private static Optional<Ruling> against(Ask ask, Issue issue, Facts facts) {
        return MayBeGiven.against(
                new MayBeGiven.Wanted(
                        ask.message().id().mark(),
                        issue.coupon().benefit(),
                        issue.coupon().conditions()),
                ask.store(),
                ask.customer().shopping().given(),
                facts.basket(),
                ask.now());
    }

    /** What is given for the first time counts against the month's budget, if the store has one. */
    private Facts budgeted(Facts facts, CouponOffer offer, Ask ask, Issue issue) {
        Optional<Integer> most = ask.store().policy().offers().flatMap(OfferRules::monthly);
        boolean isCounted = ask.customer()
                .shopping()
                .given()
                .goneWith(ask.message().id().mark())
                .isPresent();
        if (most.isEmpty() || isCounted) {
            return facts.with(issue);
        }
        YearMonth month = YearMonth.from(ask.now().atZone(ask.store().zone()));
        int issued = coupons.issuedIn(ask.store().id(), month);
        return issued < most.get()
                ? facts.with(
                        new Issue(issue.coupon(), issue.pooled(), Optional.of(new Issue.Budget(month, most.get()))))
                : withoutIt(
                        facts,
                        offer,
                        new Ruling(
                                "coupon-budget",
                                issued + " in " + month,
                                "the store has given all " + most.get() + " coupons of " + month,
                                "It would have come with a coupon, had the store's monthly budget been larger."));
    }
}
