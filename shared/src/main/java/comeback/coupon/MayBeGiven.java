package comeback.coupon;

import comeback.catalogue.Money;
import comeback.message.Ruling;
import comeback.store.OfferRules;
import comeback.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a store may give this to this customer now. A letter that can be read is a promise, so doubts are a no. */
public final class MayBeGiven {
    private MayBeGiven() {}

    /**
     * What a letter would give.
     *
     * @param mark of its message
     * @param benefit what
     * @param conditions on what baskets
     */
    public record Wanted(String mark, Benefit benefit, Conditions conditions) {}

    /**
     * What speaks against it.
     *
     * @param given what the customer was given lately
     * @param basket what they left, when the letter is about that: a code that they could not use on it is no help
     */
    public static Optional<Ruling> against(
            Wanted wanted, Store store, Given given, Optional<Basket> basket, Instant now) {
        Optional<OfferRules> rules = store.policy().offers();
        if (rules.isEmpty()) {
            return Optional.of(new Ruling(
                    "offers",
                    "off",
                    "the store gives no coupons",
                    "It would have come with a coupon, had the store's policy had \"offers\"."));
        }
        return rest(wanted, rules.get(), given, now)
                .or(() -> most(wanted, rules.get(), given, now))
                .or(() -> basket.flatMap(left -> Fit.against(wanted.benefit(), wanted.conditions(), left)))
                .or(() -> margin(wanted, rules.get(), basket));
    }

    private static Optional<Ruling> rest(Wanted wanted, OfferRules rules, Given given, Instant now) {
        List<Instant> lately = given.since(now.minus(rules.rest()), wanted.mark());
        return lately.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ruling(
                        "coupon-rest",
                        lately.getLast().toString(),
                        "the customer was given a coupon less than "
                                + rules.rest().toDays() + " days ago",
                        "It would have come with a coupon from "
                                + lately.getLast().plus(rules.rest()) + " on."));
    }

    /** Who leaves carts to be given coupons soon gets none. */
    private static Optional<Ruling> most(Wanted wanted, OfferRules rules, Given given, Instant now) {
        int lately = given.since(now.minus(Given.KEPT_FOR), wanted.mark()).size();
        return lately < rules.most()
                ? Optional.empty()
                : Optional.of(new Ruling(
                        "coupon-most",
                        Integer.toString(lately),
                        "the customer was given " + lately + " coupons in " + Given.KEPT_FOR.toDays() + " days",
                        "It would have come with a coupon, had there been fewer than " + rules.most() + "."));
    }

    private static Optional<Ruling> margin(Wanted wanted, OfferRules rules, Optional<Basket> basket) {
        return rules.margin().flatMap(margin -> {
            boolean holds = switch (wanted.benefit()) {
                case Benefit.Percent off -> margin.allows(off.percent(), 100);
                case Benefit.AmountOff off ->
                    smallest(wanted.conditions(), basket)
                            .filter(value ->
                                    value.currency().equals(off.amount().currency()))
                            .filter(value -> margin.allows(off.amount().minor(), value.minor()))
                            .isPresent();
                // What these cost stands in no price.
                case Benefit.FreeShipping way -> true;
                case Benefit.Gift gift -> true;
            };
            return holds
                    ? Optional.empty()
                    : Optional.of(new Ruling(
                            "coupon-margin",
                            margin.usual() + " %, at least " + margin.floor() + " %",
                            "the discount would leave the store less than its margin of " + margin.floor() + " %",
                            "It would have come with a coupon of a smaller discount."));
        });
    }

    /** The smallest basket that the coupon could be used on: what it costs the store most on. */
    private static Optional<Money> smallest(Conditions conditions, Optional<Basket> basket) {
        return conditions.minimum().or(() -> basket.flatMap(Basket::value));
    }
}
