package comeback.coupon;

import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.message.MessageId;
import comeback.message.Ruling;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A code that went to one customer with one letter, and can be used once.
 *
 * @param code what is typed at the checkout
 * @param store whose; no other store's checkout takes it
 * @param customer who got it
 * @param message with which letter
 * @param thanksFor the purchase that it thanks for: when that is undone, so is this
 * @param benefit what it gives
 * @param conditions what a basket must be
 * @param endsAt when the shop's own checkout stops taking it, for a code of a pool that ends
 * @param issuedAt when the letter went
 * @param validUntil the last moment at which it can be used
 * @param state what became of it
 */
public record Coupon(
        CouponCode code,
        StoreId store,
        CustomerId customer,
        MessageId message,
        Optional<OrderId> thanksFor,
        Benefit benefit,
        Conditions conditions,
        Optional<Instant> endsAt,
        Instant issuedAt,
        Instant validUntil,
        CouponState state) {
    /** The reason that a coupon has which thanked for what was then undone. */
    public static final String PURCHASE_UNDONE = "the purchase it thanked for was undone";

    public Coupon with(CouponState changed) {
        return new Coupon(
                code, store, customer, message, thanksFor, benefit, conditions, endsAt, issuedAt, validUntil, changed);
    }

    /** The same coupon with a later attempt at its letter: it counts from then. */
    public Coupon issuedAgain(Instant now, Instant end) {
        return new Coupon(
                code,
                store,
                customer,
                message,
                thanksFor,
                benefit,
                conditions,
                endsAt,
                now,
                end,
                new CouponState.Issued());
    }

    /** Whether only its time is over. */
    public boolean isExpired(Instant now) {
        return state instanceof CouponState.Issued && now.isAfter(validUntil);
    }

    /** What comes of an attempt to use it. */
    public sealed interface Redemption {
        /**
         * It can be, and is, if it is still as seen when that is kept.
         *
         * @param next what it is then
         */
        record Taken(Coupon next) implements Redemption {}

        /** This very purchase has used it: the same answer again. */
        record Again() implements Redemption {}

        /**
         * It can not be.
         *
         * @param ruling which rule says so, and what would have changed it
         */
        record Refused(Ruling ruling) implements Redemption {}
    }

    /**
     * Uses it.
     *
     * @param order for which purchase; the same one may ask again and again
     * @param basket what is bought, when the shop says it; what the shop does not say, it has looked at itself
     * @param now when the purchase is made
     */
    public Redemption redeem(OrderId order, Optional<Basket> basket, Instant now) {
        return redeem(order, basket, Set.of(), now);
    }

    /**
     * Uses it, perhaps beside others.
     *
     * @param others codes that the purchase uses too, as far as the shop says so; its own may be among them
     */
    public Redemption redeem(OrderId order, Optional<Basket> basket, Set<String> others, Instant now) {
        return switch (state) {
            case CouponState.Redeemed used when used.order().equals(order) -> new Redemption.Again();
            case CouponState.Redeemed used ->
                refused(
                        "coupon-used",
                        used.at().toString(),
                        "the coupon was used for another purchase",
                        "Nothing: a coupon is used once.");
            case CouponState.Revoked gone ->
                refused(
                        "coupon-revoked",
                        gone.at().toString(),
                        "the coupon was taken back: " + gone.reason(),
                        "It could have been used, had it not been taken back.");
            case CouponState.Issued open -> redeemOpen(order, basket, others, now);
        };
    }

    private Redemption redeemOpen(OrderId order, Optional<Basket> basket, Set<String> others, Instant now) {
        if (now.isAfter(validUntil)) {
            return refused(
                    "coupon-expired",
                    validUntil.toString(),
                    "the coupon was valid until " + validUntil,
                    "It could have been used until then.");
        }
        if (conditions.isAlone() && others.stream().anyMatch(this::isAnother)) {
            return refused(
                    "coupon-alone",
                    "another code",
                    "the coupon is used alone, and the purchase uses another code too",
                    "It could have been used without the other.");
        }
        return basket.flatMap(bought -> Fit.against(benefit, conditions, bought))
                .<Redemption>map(Redemption.Refused::new)
                .orElseGet(() -> new Redemption.Taken(with(new CouponState.Redeemed(order, now))));
    }

    private boolean isAnother(String typed) {
        return !CouponCode.read(typed).equals(Optional.of(code));
    }

    private static Redemption refused(String rule, String value, String text, String otherwise) {
        return new Redemption.Refused(new Ruling(rule, value, text, otherwise));
    }
}
