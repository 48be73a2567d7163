package comeback.flow;

import comeback.coupon.Basket;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.CouponOffer;
import comeback.coupon.MayBeGiven;
import comeback.coupon.MayBeGiven.Wanted;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.flow.Explanation.Check;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a letter that is still to come would have its coupon, as far as its customer and its store tell. What is left in a
 * pool or in a budget is known only when it goes.
 */
final class CouponRule {
    private static final String NEW_MESSAGE = "";

    private CouponRule() {}

    static Check of(CouponOffer offer, Customer customer, Store store, Journey journey, Instant due) {
        Wanted wanted = switch (offer.source()) {
            case CouponOffer.Source.Minted minted -> new Wanted(NEW_MESSAGE, minted.benefit(), minted.conditions());
            // What a pool's code gives is not known yet; to give it asks no less than to give free shipping.
            case CouponOffer.Source.FromPool pool ->
                new Wanted(NEW_MESSAGE, new Benefit.FreeShipping(), Conditions.USUAL);
        };
        Optional<Basket> basket = journey.about() instanceof About.TheCart
                ? customer.shopping().cart().map(Basket::of)
                : Optional.empty();
        Optional<Ruling> against =
                MayBeGiven.against(wanted, store, customer.shopping().given(), basket, due);
        if (against.isEmpty()) {
            return Check.passed("coupon", "good", "the customer may be given its coupon");
        }
        Ruling ruling = against.get();
        return offer.goesWithout()
                ? Check.passed(ruling.rule(), ruling.value(), "it goes without its coupon: " + ruling.text())
                : Check.failed(ruling, Optional.empty());
    }
}
