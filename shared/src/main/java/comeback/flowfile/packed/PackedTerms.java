package comeback.flowfile.packed;

import comeback.catalogue.Money;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.CouponOffer;
import comeback.customer.Topic;
import comeback.message.Shown;
import comeback.message.Terms;
import comeback.packing.Packer;
import comeback.packing.Unpacker;
import java.time.LocalDateTime;
import java.util.Currency;

/** On what terms a letter goes, to bytes and back. */
final class PackedTerms {
    private PackedTerms() {}

    static void terms(Packer into, Terms terms) {
        into.flag(terms.isAtOnce())
                .flag(terms.isOnLadder())
                .duration(terms.timeToLive())
                .maybe(terms.offer(), PackedTerms::offer)
                .maybe(terms.trueUntil(), (its, end) -> its.text(end.toString()))
                .choice(terms.topic())
                .maybe(
                        terms.shown(),
                        (its, shown) ->
                                its.choice(shown.what()).number(shown.atLeast()).flag(shown.goesWithout()));
    }

    static Terms terms(Unpacker from) {
        return new Terms(
                from.flag(),
                from.flag(),
                from.duration(),
                from.maybe(PackedTerms::offer),
                from.maybe(its -> LocalDateTime.parse(its.text())),
                from.choice(Topic.values()),
                from.maybe(its -> new Shown(its.choice(Shown.What.values()), its.small(), its.flag())));
    }

    private static void offer(Packer into, CouponOffer offer) {
        switch (offer.source()) {
            case CouponOffer.Source.Minted minted -> {
                benefit(into.number(0), minted.benefit());
                Conditions conditions = minted.conditions();
                into.maybe(conditions.minimum(), PackedTerms::money)
                        .texts(conditions.products())
                        .texts(conditions.categories())
                        .flag(conditions.isAlone());
            }
            case CouponOffer.Source.FromPool pooled -> into.number(1).text(pooled.pool());
        }
        into.duration(offer.validFor()).flag(offer.goesWithout());
    }

    private static CouponOffer offer(Unpacker from) {
        CouponOffer.Source source = switch (from.small()) {
            case 0 ->
                new CouponOffer.Source.Minted(
                        benefit(from),
                        new Conditions(from.maybe(PackedTerms::money), from.texts(), from.texts(), from.flag()));
            case 1 -> new CouponOffer.Source.FromPool(from.text());
            default -> throw new IllegalArgumentException("no such source of coupons");
        };
        return new CouponOffer(source, from.duration(), from.flag());
    }

    private static void benefit(Packer into, Benefit benefit) {
        switch (benefit) {
            case Benefit.Percent percent -> into.number(0).number(percent.percent());
            case Benefit.AmountOff off -> money(into.number(1), off.amount());
            case Benefit.FreeShipping shipping -> into.number(2);
            case Benefit.Gift gift -> into.number(3).text(gift.what());
        }
    }

    private static Benefit benefit(Unpacker from) {
        return switch (from.small()) {
            case 0 -> new Benefit.Percent(from.small());
            case 1 -> new Benefit.AmountOff(money(from));
            case 2 -> new Benefit.FreeShipping();
            case 3 -> new Benefit.Gift(from.text());
            default -> throw new IllegalArgumentException("no such benefit");
        };
    }

    private static void money(Packer into, Money money) {
        into.number(money.minor()).text(money.currency().getCurrencyCode());
    }

    private static Money money(Unpacker from) {
        return new Money(from.number(), Currency.getInstance(from.text()));
    }
}
