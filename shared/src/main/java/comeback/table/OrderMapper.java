package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.Address;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.util.Optional;

/** An order to the JSON text in its item, and back. */
final class OrderMapper {
    private static final int FORMAT = 1;

    private OrderMapper() {}

    static String write(Order order) {
        Order.Amounts amounts = order.amounts();
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("number", order.number())
                .with("placedAt", order.placedAt().toString())
                .with("payment", order.payment().name())
                .with("lines", PieceMapper.write(order.lines()))
                .with("more", order.moreLines())
                .with("subtotal", PieceMapper.write(amounts.subtotal()))
                .with("discount", PieceMapper.write(amounts.discount()))
                .with("shipping", PieceMapper.write(amounts.shipping()))
                .with("tax", PieceMapper.write(amounts.tax()))
                .with("total", PieceMapper.write(amounts.total()))
                .with("extras", PieceMapper.write(amounts.extras()))
                .with("taxes", ReceiptMapper.write(amounts.taxes()))
                .with("coupons", order.couponCodes())
                .with("email", order.email().map(email -> email.value()))
                .with("phone", order.phone())
                .with("shippingAddress", order.shippingAddress().map(Address::lines))
                .with("billingAddress", order.billingAddress().map(Address::lines))
                .with("url", order.url())
                .toMap());
    }

    static Order read(OrderId id, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("order " + id + " is stored in a format that this version cannot read");
        }
        return new Order(
                id,
                need(from.text("number"), "an order's number"),
                need(from.instant("placedAt"), "an order's time"),
                Order.Payment.valueOf(need(from.text("payment"), "an order's payment")),
                PieceMapper.lines(from, "lines"),
                from.integer("more").orElse(0),
                new Order.Amounts(
                        PieceMapper.money(from, "subtotal"),
                        PieceMapper.money(from, "discount"),
                        PieceMapper.money(from, "shipping"),
                        PieceMapper.money(from, "tax"),
                        PieceMapper.money(from, "total"),
                        PieceMapper.money(from, "extras"),
                        ReceiptMapper.taxes(from, "taxes")),
                from.texts("coupons"),
                PieceMapper.address(from, "email"),
                from.text("phone"),
                PieceMapper.postalAddress(from, "shippingAddress"),
                PieceMapper.postalAddress(from, "billingAddress"),
                from.text("url"));
    }
}
