package comeback.message;

import comeback.coupon.CouponOffer;
import comeback.customer.About;
import comeback.customer.Change;
import comeback.customer.OrderId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Something that a message says and that may have become false since it was decided. */
public sealed interface ReliesOn {
    /**
     * The cart is still there, with something in it.
     *
     * @param cartId as in the customer
     */
    record CartOpen(String cartId) implements ReliesOn {}

    /** What is in the cart can be bought, and costs what the letter says. */
    record GoodsThere() implements ReliesOn {}

    /**
     * The things that the customer asked for are there, if the letter says so.
     *
     * @param goods what they asked for
     */
    record WishesThere(About.TheGoods goods) implements ReliesOn {}

    /**
     * The order still holds.
     *
     * @param order which
     * @param isShown whether the letter cannot do without what was bought
     */
    record OrderStands(OrderId order, boolean isShown) implements ReliesOn {}

    /**
     * Nothing newer is known of the order.
     *
     * @param order which
     * @param change what is told of it
     */
    record ChangeStands(OrderId order, Change change) implements ReliesOn {}

    /**
     * There is a receipt with a number, or a credit note.
     *
     * @param order which
     * @param change what it states
     */
    record ReceiptDrawn(OrderId order, Change change) implements ReliesOn {}

    /**
     * The day is still the customer's.
     *
     * @param day which
     */
    record DayStands(About.TheDay day) implements ReliesOn {}

    /**
     * What it says ends later than now.
     *
     * @param until when it ends, by the store's clock
     */
    record TimeLeft(LocalDateTime until) implements ReliesOn {}

    /**
     * There are products to show.
     *
     * @param shown which ones
     */
    record GoodsToShow(Shown shown) implements ReliesOn {}

    /**
     * A coupon goes with it that the customer may have and can use, for as long as the letter says.
     *
     * @param offer what is given
     */
    record CouponGood(CouponOffer offer) implements ReliesOn {}

    /** All that a message relies on, in the order in which it is looked at: what costs a read of its own comes last. */
    static List<ReliesOn> of(Message message) {
        List<ReliesOn> all = new ArrayList<>();
        message.terms().trueUntil().map(TimeLeft::new).ifPresent(all::add);
        switch (message.about()) {
            case About.TheCustomer customer -> {}
            case About.TheDay day -> all.add(new DayStands(day));
            case About.TheCart cart -> {
                all.add(new CartOpen(cart.cartId()));
                all.add(new GoodsThere());
            }
            case About.TheGoods goods -> all.add(new WishesThere(goods));
            case About.TheOrder order -> all.add(new OrderStands(order.orderId(), true));
            case About.TheChange about -> {
                all.add(new OrderStands(about.orderId(), false));
                all.add(new ChangeStands(about.orderId(), about.change()));
                if (about.change() instanceof Change.Paid || about.change() instanceof Change.PaidBack) {
                    all.add(new ReceiptDrawn(about.orderId(), about.change()));
                }
            }
            case About.TheShipment parcel ->
                all.add(new OrderStands(parcel.shipment().orderId(), false));
        }
        message.terms().shown().map(GoodsToShow::new).ifPresent(all::add);
        message.terms().offer().map(CouponGood::new).ifPresent(all::add);
        return List.copyOf(all);
    }
}
