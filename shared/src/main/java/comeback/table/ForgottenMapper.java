package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.OrderId;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stays of somebody forgotten, to the JSON text in its item, and back. */
final class ForgottenMapper {
    private static final int FORMAT = 1;

    private ForgottenMapper() {}

    static String write(Forgotten stone) {
        Tree tree = new Tree()
                .with("format", FORMAT)
                .with("askedAt", stone.askedAt().toString())
                .with(
                        "suppressions",
                        stone.suppressions().stream().map(CustomerMapper::write).toList());
        return Json.print(
                switch (stone.state()) {
                    case Forgotten.State.UnderWay underWay ->
                        tree.with(
                                        "places",
                                        underWay.places().stream()
                                                .map(CustomerId::value)
                                                .toList())
                                .with(
                                        "orders",
                                        underWay.orders().stream()
                                                .map(OrderId::value)
                                                .toList())
                                .toMap();
                    case Forgotten.State.Done done ->
                        tree.with("doneAt", done.at().toString()).toMap();
                });
    }

    static Forgotten read(CustomerId id, long version, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException(
                    "what stays of customer " + id + " is stored in a format that this version" + " cannot read");
        }
        Optional<Instant> doneAt = from.instant("doneAt");
        return new Forgotten(
                id,
                version,
                need(from.instant("askedAt"), "when somebody wanted to be forgotten"),
                from.objects("suppressions").orElse(List.of()).stream()
                        .map(CustomerMapper::suppression)
                        .toList(),
                doneAt.<Forgotten.State>map(Forgotten.State.Done::new)
                        .orElseGet(() -> new Forgotten.State.UnderWay(
                                from.texts("places").stream()
                                        .map(CustomerId::new)
                                        .toList(),
                                from.texts("orders").stream().map(OrderId::new).toList())));
    }
}
