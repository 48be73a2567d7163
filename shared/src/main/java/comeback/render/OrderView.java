package comeback.render;

import comeback.catalogue.Money;
import comeback.customer.Address;
import comeback.customer.Order;
import java.util.List;
import java.util.Optional;

/**
 * An order as its letters show it. What is not known is "" or an empty list.
 *
 * @param number as the shopper knows it
 * @param date when it was placed, in the customer's zone
 * @param pending the money is not there yet
 * @param lines what was bought
 * @param moreLines how many further ones are not shown
 * @param subtotal of the lines
 * @param discount with its minus sign
 * @param coupons the codes that were entered
 * @param shipping its price
 * @param freeShipping it costs nothing; then shipping is ""
 * @param tax contained or added
 * @param total what is paid
 * @param shippingAddress where it goes
 * @param billingAddress who pays, when that is another address
 * @param sameAddress both are the same
 * @param phone as given at checkout
 * @param url where the shopper can look at it
 * @param twice the same was ordered a moment before
 */
public record OrderView(
        String number,
        String date,
        boolean pending,
        List<LineView> lines,
        int moreLines,
        String subtotal,
        String discount,
        String coupons,
        String shipping,
        boolean freeShipping,
        String tax,
        String total,
        List<String> shippingAddress,
        List<String> billingAddress,
        boolean sameAddress,
        String phone,
        SafeUrl url,
        boolean twice) {
    /** An order whose sums do not come to its total shows none: a letter says nothing that may be wrong. */
    static OrderView of(Order told, OrderPapers papers, Rows rows, Formats formats) {
        Order order = told.addsUp() ? told : told.withoutSums();
        Order.Amounts amounts = order.amounts();
        boolean isFree = amounts.shipping().map(money -> money.minor() == 0).orElse(false);
        boolean isSame =
                order.shippingAddress().isPresent() && order.shippingAddress().equals(order.billingAddress());
        return new OrderView(
                order.number(),
                formats.date(order.placedAt()),
                order.payment() == Order.Payment.PENDING,
                rows.priced(order.lines(), formats),
                rows.hidden(order.lines(), order.moreLines()),
                text(amounts.subtotal(), formats),
                amounts.discount()
                        .filter(money -> money.minor() > 0)
                        .map(formats::minus)
                        .orElse(""),
                String.join(", ", order.couponCodes()),
                isFree ? "" : text(amounts.shipping(), formats),
                isFree,
                text(amounts.tax().filter(money -> money.minor() > 0), formats),
                text(amounts.total(), formats),
                order.shippingAddress().map(Address::lines).orElse(List.of()),
                isSame ? List.of() : order.billingAddress().map(Address::lines).orElse(List.of()),
                isSame,
                order.phone().orElse(""),
                page(papers, Optional.of(order)),
                papers.isTwice());
    }

    /** Ours needs no login; the shop's own is shown when there is none. */
    static SafeUrl page(OrderPapers papers, Optional<Order> order) {
        return Optional.of(papers.page())
                .filter(page -> !page.isEmpty())
                .map(SafeUrl::ours)
                .or(() -> order.flatMap(Order::url).map(SafeUrl::page))
                .orElse(SafeUrl.NONE);
    }

    private static String text(Optional<Money> money, Formats formats) {
        return money.map(formats::money).orElse("");
    }
}
