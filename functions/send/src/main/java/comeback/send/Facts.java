package comeback.send;

import comeback.commit.Issue;
import comeback.coupon.Basket;
import comeback.coupon.Given;
import comeback.customer.Cart;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Order;
import comeback.customer.Shipment;
import comeback.message.Message;
import comeback.message.Ruling;
import comeback.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message is about, as it is at this moment.
 *
 * @param to the order's or checkout's own address, else the customer's
 * @param cart if it is about one
 * @param basket the same for a coupon to look at
 * @param order if it is about one, or about a parcel of one, and the storefront told us of it
 * @param shipment if it is about one
 * @param goods that it tells of
 * @param issue the coupon that goes with it, if one does
 * @param receipt that it brings, if it does
 * @param leftOut what would have been in it and is not true, and why
 * @param untrue why the message must not go any more, if so
 */
record Facts(
        Optional<EmailAddress> to,
        Optional<Cart> cart,
        Optional<Basket> basket,
        Optional<Order> order,
        Optional<Shipment> shipment,
        Goods goods,
        Optional<Issue> issue,
        Optional<Receipt> receipt,
        List<Ruling> leftOut,
        Optional<Ruling> untrue) {
    Facts {
        leftOut = List.copyOf(leftOut);
    }

    /** Nothing but whom it goes to. */
    static Facts plain(Optional<EmailAddress> to) {
        return new Facts(
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Goods.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    Facts with(Cart open, Basket contents) {
        return new Facts(
                open.email().or(() -> to),
                Optional.of(open),
                Optional.of(contents),
                order,
                shipment,
                goods,
                issue,
                receipt,
                leftOut,
                untrue);
    }

    Facts with(Order known) {
        return new Facts(
                known.email().or(() -> to),
                cart,
                basket,
                Optional.of(known),
                shipment,
                goods,
                issue,
                receipt,
                leftOut,
                untrue);
    }

    Facts with(Shipment parcel) {
        return new Facts(to, cart, basket, order, Optional.of(parcel), goods, issue, receipt, leftOut, untrue);
    }

    Facts with(Issue coupon) {
        return new Facts(to, cart, basket, order, shipment, goods, Optional.of(coupon), receipt, leftOut, untrue);
    }

    Facts with(Receipt drawn) {
        return new Facts(to, cart, basket, order, shipment, goods, issue, Optional.of(drawn), leftOut, untrue);
    }

    Facts with(Goods told) {
        return new Facts(to, cart, basket, order, shipment, told, issue, receipt, leftOut, untrue);
    }

    /** It goes, but not with this. */
    Facts without(Ruling ruling) {
        List<Ruling> more = new ArrayList<>(leftOut);
        more.add(ruling);
        return new Facts(to, cart, basket, order, shipment, goods, issue, receipt, more, untrue);
    }

    /** It does not go. */
    Facts refuted(Ruling ruling) {
        return new Facts(to, cart, basket, order, shipment, goods, issue, receipt, leftOut, Optional.of(ruling));
    }

    /** The customer who remembers the coupon, if one goes. */
    Customer remembered(Message message, Customer customer) {
        return issue.map(coupon -> customer.with(customer.shopping()
                        .with(new Given.One(
                                message.id().mark(),
                                coupon.coupon().code(),
                                coupon.coupon().issuedAt()))))
                .orElse(customer);
    }
}
