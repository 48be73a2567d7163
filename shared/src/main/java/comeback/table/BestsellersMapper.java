package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.catalogue.Bestsellers;
import comeback.catalogue.Bestsellers.Last;
import comeback.catalogue.Bestsellers.Seller;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.util.List;
import java.util.Optional;

/** A shop's bestsellers to the JSON text in their item, and back. */
final class BestsellersMapper {
    private static final int FORMAT = 1;

    private BestsellersMapper() {}

    static String write(Bestsellers bestsellers) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("lastOrder", bestsellers.counted().map(Last::order))
                .with("lastAt", bestsellers.counted().map(last -> last.at().toString()))
                .with(
                        "sellers",
                        bestsellers.sellers().stream()
                                .map(seller -> seller.orders() + " " + seller.weight() + " " + seller.product())
                                .toList())
                .toMap());
    }

    static Bestsellers read(long version, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("bestsellers are stored in a format that this version cannot read");
        }
        return new Bestsellers(
                version,
                from.text("lastOrder")
                        .map(order -> new Last(order, need(from.instant("lastAt"), "when the last order was placed"))),
                from.texts("sellers").stream().map(BestsellersMapper::seller).toList());
    }

    /** "12 8312 mug": orders, weight, product. Short, because there are two hundred. */
    private static Seller seller(String text) {
        List<String> parts = List.of(text.split(" ", 3));
        return new Seller(parts.get(2), Integer.parseInt(parts.get(0)), Long.parseLong(parts.get(1)));
    }
}
