package comeback.render;

import comeback.catalogue.Money;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.message.MessageId;
import comeback.store.OfferRules;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** What the sample customers are given: each kind of coupon, one with every condition, and none. */
final class SampleCoupons {
    private static final Instant AT = Instant.parse("2026-03-04T20:30:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-06T20:31:00Z");

    private SampleCoupons() {}

    static OfferRules rules(String shop) {
        OfferRules usual = OfferRules.DEFAULT;
        return new OfferRules(
                Optional.of(shop + "/discount/{code}?redirect=/cart"),
                usual.rest(),
                usual.most(),
                usual.monthly(),
                usual.margin());
    }

    static Optional<Coupon> of(LetterSamples.Customer customer, Currency currency) {
        Money amount = new Money(5_000, currency);
        Conditions all = new Conditions(Optional.of(amount), Set.of("p-1"), Set.of(), true);
        Conditions none = new Conditions(Optional.empty(), Set.of(), Set.of(), false);
        return switch (customer) {
            case USUAL -> Optional.of(coupon(new Benefit.Percent(10), Conditions.USUAL));
            case WITHOUT_NAME, WITHOUT_DECIMALS -> Optional.of(coupon(new Benefit.AmountOff(amount), all));
            case WITH_FORTY_ITEMS, WITHOUT_PICTURES -> Optional.of(coupon(new Benefit.FreeShipping(), none));
            case WITH_LONG_WORDS ->
                Optional.of(coupon(
                        new Benefit.Gift("Kaffeekannenuntersetzerbürstenhalterungsset aus geöltem Eichenholz"), all));
            case YET_TO_PAY, KNOWN_BY_LITTLE -> Optional.empty();
        };
    }

    private static Coupon coupon(Benefit benefit, Conditions conditions) {
        StoreId store = new StoreId("demo");
        return new Coupon(
                new CouponCode("K7QM-4TXB-9RDN"),
                store,
                CustomerId.of(Ref.user("ana")),
                MessageId.of(store, "cart", "c-1", "last-note"),
                Optional.empty(),
                benefit,
                conditions,
                Optional.empty(),
                AT,
                UNTIL,
                new CouponState.Issued());
    }
}
