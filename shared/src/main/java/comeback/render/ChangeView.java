package comeback.render;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.About;
import comeback.customer.Address;
import comeback.customer.Change;
import comeback.customer.Change.Edited.Part;
import comeback.customer.Order;
import java.util.List;
import java.util.Optional;

/**
 * What became of an order, as its letters show it. What is not known is "" or an empty list.
 *
 * @param orderNumber as the shopper knows it
 * @param orderPage where it can be looked at
 * @param amount that went back, that is to be paid, or that the order costs now
 * @param whole all of the order's money went back
 * @param lines what was given back, comes back, or is ordered now
 * @param moreLines how many further ones are not shown
 * @param returnNumber as the shopper knows the return
 * @param reason why something comes back, or may not
 * @param url where to pay, or to find the label for a parcel that goes back
 * @param until the last day on which that parcel can set off
 * @param expected when a parcel is to arrive
 * @param newGoods other things were ordered
 * @param newAddress it goes elsewhere
 * @param newTotal it costs something else
 * @param address where it goes
 */
public record ChangeView(
        String orderNumber,
        SafeUrl orderPage,
        String amount,
        boolean whole,
        List<LineView> lines,
        int moreLines,
        String returnNumber,
        String reason,
        SafeUrl url,
        String until,
        String expected,
        boolean newGoods,
        boolean newAddress,
        boolean newTotal,
        List<String> address) {
    static ChangeView of(About.TheChange about, LetterRequest request, Rows rows, Formats formats) {
        Optional<Order> order = request.order().map(known -> known.addsUp() ? known : known.withoutSums());
        ChangeView plain = plain(
                order.map(Order::number).orElse(about.orderId().value()), OrderView.page(request.papers(), order));
        return switch (about.change()) {
            case Change.Cancelled cancelled ->
                plain.showing(order.map(Order::lines).orElse(List.of()), order, rows, formats);
            case Change.Arrived arrived ->
                plain.showing(order.map(Order::lines).orElse(List.of()), order, rows, formats);
            case Change.Paid paid -> plain;
            case Change.PaidBack refund -> plain;
            case Change.Refunded refund ->
                plain.with(amount(refund.amount(), formats), refund.isWhole())
                        .showing(refund.lines(), Optional.empty(), rows, formats);
            case Change.Edited edited -> plain.edited(edited, order, rows, formats);
            case Change.PaymentFailed failed ->
                plain.with(
                                order.flatMap(known -> known.amounts().total())
                                        .map(formats::money)
                                        .orElse(""),
                                false)
                        .leadingTo(failed.payUrl().or(() -> order.flatMap(Order::url)))
                        .showing(order.map(Order::lines).orElse(List.of()), order, rows, formats);
            case Change.ReturnMoved moved -> plain.returning(moved, rows, formats);
            case Change.ParcelMoved moved ->
                plain.expecting(moved.expectedAt().map(formats::date).orElse(""));
        };
    }

    private static String amount(Optional<Money> money, Formats formats) {
        return money.filter(some -> some.minor() > 0).map(formats::money).orElse("");
    }

    private static ChangeView plain(String number, SafeUrl page) {
        return new ChangeView(
                number, page, "", false, List.of(), 0, "", "", SafeUrl.NONE, "", "", false, false, false, List.of());
    }

    private ChangeView with(String money, boolean isWhole) {
        return new ChangeView(
                orderNumber,
                orderPage,
                money,
                isWhole,
                lines,
                moreLines,
                returnNumber,
                reason,
                url,
                until,
                expected,
                newGoods,
                newAddress,
                newTotal,
                address);
    }

    private ChangeView showing(List<Line> goods, Optional<Order> order, Rows rows, Formats formats) {
        return new ChangeView(
                orderNumber,
                orderPage,
                amount,
                whole,
                rows.priced(goods, formats),
                rows.hidden(goods, order.map(Order::moreLines).orElse(0)),
                returnNumber,
                reason,
                url,
                until,
                expected,
                newGoods,
                newAddress,
                newTotal,
                address);
    }

    private ChangeView leadingTo(Optional<String> page) {
        return new ChangeView(
                orderNumber,
                orderPage,
                amount,
                whole,
                lines,
                moreLines,
                returnNumber,
                reason,
                page.map(SafeUrl::page).orElse(SafeUrl.NONE),
                until,
                expected,
                newGoods,
                newAddress,
                newTotal,
                address);
    }

    private ChangeView expecting(String day) {
        return new ChangeView(
                orderNumber,
                orderPage,
                amount,
                whole,
                lines,
                moreLines,
                returnNumber,
                reason,
                url,
                until,
                day,
                newGoods,
                newAddress,
                newTotal,
                address);
    }

    private ChangeView edited(Change.Edited edited, Optional<Order> order, Rows rows, Formats formats) {
        ChangeView shown = showing(order.map(Order::lines).orElse(List.of()), order, rows, formats);
        return new ChangeView(
                orderNumber,
                orderPage,
                order.flatMap(known -> known.amounts().total())
                        .map(formats::money)
                        .orElse(""),
                false,
                shown.lines,
                shown.moreLines,
                "",
                "",
                SafeUrl.NONE,
                "",
                "",
                edited.parts().contains(Part.GOODS),
                edited.parts().contains(Part.DESTINATION),
                edited.parts().contains(Part.TOTAL),
                order.flatMap(Order::shippingAddress).map(Address::lines).orElse(List.of()));
    }

    private ChangeView returning(Change.ReturnMoved moved, Rows rows, Formats formats) {
        List<LineView> goods = rows.unpriced(moved.goods().lines());
        return new ChangeView(
                orderNumber,
                orderPage,
                "",
                false,
                goods,
                rows.hidden(moved.goods().lines(), 0),
                moved.goods().number().orElse(""),
                moved.goods().reason().orElse(""),
                moved.goods().labelUrl().map(SafeUrl::page).orElse(SafeUrl.NONE),
                moved.goods().sendBy().map(formats::date).orElse(""),
                "",
                false,
                false,
                false,
                List.of());
    }
}
