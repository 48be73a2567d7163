package comeback.render;

import comeback.coupon.Benefit;
import comeback.coupon.Coupon;
import comeback.store.OfferRules;
import comeback.store.Store;

/**
 * A coupon as its letter shows it. Of percent, amount, gift and freeShipping one says what it gives; the others are "" or
 * false.
 *
 * @param code what is typed at the checkout
 * @param percent "10%"
 * @param amount "$5.00"
 * @param gift the thing's name
 * @param freeShipping the way costs nothing
 * @param until the last moment at which it can be used, in the customer's zone, which it names
 * @param minimum what a basket must cost at least, else ""
 * @param forSome it is for some things only
 * @param alone no other code is used with it
 * @param url leads to the shop and applies it there; none when the shop knows no such link
 */
public record CouponView(
        String code,
        String percent,
        String amount,
        String gift,
        boolean freeShipping,
        String until,
        String minimum,
        boolean forSome,
        boolean alone,
        SafeUrl url) {
    static CouponView of(Coupon coupon, Store store, Formats formats) {
        Benefit benefit = coupon.benefit();
        return new CouponView(
                coupon.code().value(),
                benefit instanceof Benefit.Percent off ? formats.percent(off.percent()) : "",
                benefit instanceof Benefit.AmountOff off ? formats.money(off.amount()) : "",
                benefit instanceof Benefit.Gift gift ? gift.what() : "",
                benefit instanceof Benefit.FreeShipping,
                formats.moment(coupon.validUntil()),
                coupon.conditions().minimum().map(formats::money).orElse(""),
                coupon.conditions().isForSome(),
                coupon.conditions().isAlone(),
                store.policy()
                        .offers()
                        .flatMap(OfferRules::link)
                        .map(link -> SafeUrl.page(
                                link.replace(OfferRules.CODE, coupon.code().value())))
                        .orElse(SafeUrl.NONE));
    }
}
