package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.About;
import comeback.customer.Change;
import comeback.customer.OrderId;
import comeback.customer.OrderReturn;
import comeback.customer.ReturnStage;
import comeback.customer.ShipmentStage;
import comeback.json.Fields;
import comeback.json.Tree;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of an order, to the JSON in the journeys and messages that tell of it, and back. */
final class ChangeMapper {
    private ChangeMapper() {}

    static Map<String, Object> write(About.TheChange about) {
        return write(about.change())
                .with("kind", "change")
                .with("order", about.orderId().value())
                .toMap();
    }

    private static Tree write(Change change) {
        return switch (change) {
            case Change.Cancelled cancelled -> new Tree().with("is", "cancelled");
            case Change.Arrived arrived -> new Tree().with("is", "arrived");
            case Change.Paid paid -> new Tree().with("is", "paid");
            case Change.PaidBack refund ->
                new Tree()
                        .with("is", "paid back")
                        .with("id", refund.refundId())
                        .with("amount", PieceMapper.write(refund.amount()));
            case Change.Refunded refund ->
                new Tree()
                        .with("is", "refunded")
                        .with("id", refund.refundId())
                        .with("amount", refund.amount().map(PieceMapper::write))
                        .with("whole", refund.isWhole())
                        .with("lines", PieceMapper.write(refund.lines()));
            case Change.Edited edited ->
                new Tree()
                        .with("is", "edited")
                        .with(
                                "parts",
                                edited.parts().stream().map(Enum::name).sorted().toList())
                        .with("print", edited.print());
            case Change.PaymentFailed failed ->
                new Tree().with("is", "payment failed").with("url", failed.payUrl());
            case Change.ReturnMoved moved ->
                write(moved.goods())
                        .with("is", "return")
                        .with("stage", moved.stage().name());
            case Change.ParcelMoved moved ->
                new Tree()
                        .with("is", "parcel")
                        .with("stage", moved.stage().name())
                        .with("expectedAt", moved.expectedAt().map(Object::toString))
                        .with("parcel", PieceMapper.write(moved.shipment()));
        };
    }

    private static Tree write(OrderReturn goods) {
        return new Tree()
                .with("id", goods.id())
                .with("number", goods.number())
                .with("reason", goods.reason())
                .with("label", goods.labelUrl())
                .with("sendBy", goods.sendBy().map(Object::toString))
                .with("lines", PieceMapper.write(goods.lines()));
    }

    static About.TheChange read(Fields from) {
        OrderId order = new OrderId(need(from.text("order"), "the order that was changed"));
        return new About.TheChange(order, change(order, from));
    }

    private static Change change(OrderId order, Fields from) {
        String is = need(from.text("is"), "what became of order " + order);
        return switch (is) {
            case "cancelled" -> new Change.Cancelled();
            case "arrived" -> new Change.Arrived();
            case "paid" -> new Change.Paid();
            case "paid back" ->
                new Change.PaidBack(
                        need(from.text("id"), "a refund's id"),
                        need(PieceMapper.money(from, "amount"), "what was paid back"));
            case "refunded" ->
                new Change.Refunded(
                        need(from.text("id"), "a refund's id"),
                        PieceMapper.money(from, "amount"),
                        from.truth("whole").orElse(false),
                        PieceMapper.lines(from, "lines"));
            case "edited" ->
                new Change.Edited(
                        from.texts("parts").stream()
                                .map(Change.Edited.Part::valueOf)
                                .collect(Collectors.toSet()),
                        from.text("print").orElse(""));
            case "payment failed" -> new Change.PaymentFailed(from.text("url"));
            case "return" ->
                new Change.ReturnMoved(
                        goods(order, from), ReturnStage.valueOf(need(from.text("stage"), "a return's stage")));
            case "parcel" ->
                new Change.ParcelMoved(
                        PieceMapper.shipment(from.objectOrEmpty("parcel")),
                        ShipmentStage.valueOf(need(from.text("stage"), "a parcel's stage")),
                        from.instant("expectedAt"));
            default -> throw new IllegalStateException("a stored item tells of an unknown kind of change: " + is);
        };
    }

    private static OrderReturn goods(OrderId order, Fields from) {
        return new OrderReturn(
                order,
                from.text("id"),
                from.text("number"),
                from.text("reason"),
                PieceMapper.lines(from, "lines"),
                from.text("label"),
                from.instant("sendBy"));
    }
}
