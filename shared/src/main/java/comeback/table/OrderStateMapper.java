package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.catalogue.Money;
import comeback.customer.Contents;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Milestone;
import comeback.customer.ParcelState;
import comeback.customer.Refund;
import comeback.customer.ReturnStage;
import comeback.customer.ReturnState;
import comeback.customer.ShipmentStage;
import comeback.json.Fields;
import comeback.json.Tree;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far an order has come, to the JSON in its customer's item, and back. A customer has many of these, so each stands in few
 * characters. Items from before parcels, refunds and returns were kept have a stage instead of what was reached.
 */
final class OrderStateMapper {
    private static final Map<Milestone, String> LETTERS = new EnumMap<>(Map.of(
            Milestone.PAID, "P",
            Milestone.SHIPPED, "S",
            Milestone.DELIVERED, "D",
            Milestone.REFUNDED, "R",
            Milestone.CANCELLED, "C"));

    private OrderStateMapper() {}

    static Map<String, Object> write(OrderState order) {
        Contents contents = order.contents();
        return new Tree()
                .with("id", order.id().value())
                .with("placedAt", order.placedAt().toString())
                .with("asOf", Optional.of(order.asOf()).filter(asOf -> !asOf.equals(order.placedAt())))
                .with("is", letters(order.reached()))
                .with("goods", Optional.of(contents.goods()).filter(print -> !print.isEmpty()))
                .with("to", Optional.of(contents.destination()).filter(print -> !print.isEmpty()))
                .with("total", contents.total().map(PieceMapper::write))
                .with("parcels", some(order.parcels().stream().map(OrderStateMapper::write)))
                .with("refunds", some(order.refunds().stream().map(OrderStateMapper::write)))
                .with("returns", some(order.returns().stream().map(OrderStateMapper::write)))
                .toMap();
    }

    static OrderState read(Fields from) {
        OrderId id = new OrderId(need(from.text("id"), "an order's id"));
        Instant placedAt = need(from.instant("placedAt"), "an order's time");
        Instant asOf = from.instant("asOf").orElse(placedAt);
        Optional<String> stage = from.text("stage");
        if (stage.isPresent()) {
            return new OrderState(id, placedAt, OrderState.Stage.valueOf(stage.get()), asOf);
        }
        return new OrderState(
                id,
                placedAt,
                asOf,
                // An order of which nothing was reached yet says so by saying nothing: empty texts are none.
                milestones(from.text("is").orElse("")),
                new Contents(
                        from.text("goods").orElse(""), from.text("to").orElse(""), PieceMapper.money(from, "total")),
                from.texts("parcels").stream().map(OrderStateMapper::parcel).toList(),
                from.texts("refunds").stream().map(OrderStateMapper::refund).toList(),
                from.texts("returns").stream().map(OrderStateMapper::returned).toList());
    }

    private static Optional<List<String>> some(Stream<String> texts) {
        return Optional.of(texts.toList()).filter(all -> !all.isEmpty());
    }

    private static String letters(Set<Milestone> reached) {
        return LETTERS.entrySet().stream()
                .filter(letter -> reached.contains(letter.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    private static Set<Milestone> milestones(String letters) {
        return LETTERS.entrySet().stream()
                .filter(letter -> letters.contains(letter.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String write(ParcelState parcel) {
        return parcel.mark() + " " + parcel.stage() + " " + parcel.at();
    }

    private static ParcelState parcel(String text) {
        List<String> parts = List.of(text.split(" ", 3));
        return new ParcelState(parts.get(0), ShipmentStage.valueOf(parts.get(1)), Instant.parse(parts.get(2)));
    }

    private static String write(ReturnState goods) {
        return goods.mark() + " " + goods.stage() + " " + goods.at();
    }

    private static ReturnState returned(String text) {
        List<String> parts = List.of(text.split(" ", 3));
        return new ReturnState(parts.get(0), ReturnStage.valueOf(parts.get(1)), Instant.parse(parts.get(2)));
    }

    /** "k3tqmx whole 1290 USD", "k3tqmx part". */
    private static String write(Refund refund) {
        return refund.mark()
                + (refund.isWhole() ? " whole" : " part")
                + refund.amount().map(money -> " " + PieceMapper.write(money)).orElse("");
    }

    private static Refund refund(String text) {
        List<String> parts = List.of(text.split(" ", 4));
        Optional<Money> amount = parts.size() < 4
                ? Optional.empty()
                : Optional.of(new Money(Long.parseLong(parts.get(2)), Currency.getInstance(parts.get(3))));
        return new Refund(parts.get(0), amount, parts.get(1).equals("whole"));
    }
}
