package comeback.ingest.coupons;

import comeback.catalogue.Money;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.Coupon;
import comeback.coupon.CouponState;
import comeback.json.Tree;
import comeback.message.Ruling;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A coupon as a shop's program reads it. */
final class CouponJson {
    private CouponJson() {}

    static Map<String, Object> of(Coupon coupon, Instant now) {
        boolean isGood = coupon.state() instanceof CouponState.Issued && !coupon.isExpired(now);
        Tree tree = new Tree()
                .with("code", coupon.code().value())
                .with(
                        "state",
                        coupon.isExpired(now)
                                ? "expired"
                                : coupon.state().label().toLowerCase(Locale.ROOT))
                .with("redeemable", isGood)
                .with("benefit", benefit(coupon.benefit()))
                .with("conditions", conditions(coupon.conditions()))
                .with("issued_at", coupon.issuedAt().toString())
                .with("valid_until", coupon.validUntil().toString())
                .with("customer", coupon.customer().value())
                .with("message", coupon.message().value());
        return switch (coupon.state()) {
            case CouponState.Issued open -> tree.toMap();
            case CouponState.Redeemed used ->
                tree.with("order_id", used.order().value())
                        .with("redeemed_at", used.at().toString())
                        .toMap();
            case CouponState.Revoked gone ->
                tree.with("reason", gone.reason())
                        .with("revoked_at", gone.at().toString())
                        .toMap();
        };
    }

    /** Why it can not be used, for a person and for a program. */
    static Map<String, Object> refused(Coupon coupon, Ruling ruling, Instant now) {
        return new Tree()
                .with("error", ruling.text())
                .with("rule", ruling.rule())
                .with("otherwise", ruling.otherwise())
                .with("coupon", of(coupon, now))
                .toMap();
    }

    static Map<String, Object> refused(Coupon coupon, String error, Instant now) {
        return new Tree().with("error", error).with("coupon", of(coupon, now)).toMap();
    }

    private static Map<String, Object> benefit(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Percent off -> Map.of("percent", off.percent());
            case Benefit.AmountOff off -> Map.of("amount", money(off.amount()));
            case Benefit.FreeShipping way -> Map.of("free_shipping", true);
            case Benefit.Gift gift -> Map.of("gift", gift.what());
        };
    }

    private static Map<String, Object> conditions(Conditions conditions) {
        return new Tree()
                .with("minimum", conditions.minimum().map(CouponJson::money))
                .with("products", conditions.products().stream().sorted().toList())
                .with("categories", conditions.categories().stream().sorted().toList())
                .with("stackable", !conditions.isAlone())
                .toMap();
    }

    /** A text, so that no reader makes a floating number of it. */
    private static Map<String, Object> money(Money money) {
        return new Tree()
                .with("amount", money.amount().toPlainString())
                .with("currency", money.currency().getCurrencyCode())
                .toMap();
    }
}
