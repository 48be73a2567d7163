package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.OrderId;
import comeback.customer.TaxLine;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A receipt to the JSON text in its item, and back; and the tax lines that orders have too. */
final class ReceiptMapper {
    private static final int FORMAT = 1;

    private ReceiptMapper() {}

    static String write(Receipt receipt) {
        Statement what = receipt.what();
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("number", write(receipt.number()))
                .with("issuedAt", receipt.issuedAt().toString())
                .with("key", what.key())
                .with("order", what.order().value())
                .with("total", PieceMapper.write(what.total()))
                .with("taxes", write(what.taxes()))
                .with("of", what.of().map(ReceiptMapper::write))
                .toMap());
    }

    static Receipt read(String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("a receipt is stored in a format that this version cannot read");
        }
        ReceiptNumber number = number(need(from.text("number"), "a receipt's number"));
        return new Receipt(
                number,
                new Statement(
                        number.series(),
                        need(from.text("key"), "a receipt's key"),
                        new OrderId(need(from.text("order"), "a receipt's order")),
                        need(PieceMapper.money(from, "total"), "a receipt's total"),
                        taxes(from, "taxes"),
                        from.text("of").map(ReceiptMapper::number)),
                need(from.instant("issuedAt"), "a receipt's time"));
    }

    /** "RECEIPT 2026 42". */
    private static String write(ReceiptNumber number) {
        return number.series() + " " + number.year() + " " + number.count();
    }

    private static ReceiptNumber number(String text) {
        List<String> parts = List.of(text.split(" ", 3));
        return new ReceiptNumber(Series.valueOf(parts.get(0)), Year.parse(parts.get(1)), Long.parseLong(parts.get(2)));
    }

    static List<Map<String, Object>> write(List<TaxLine> taxes) {
        return taxes.stream()
                .map(tax -> new Tree()
                        .with("name", tax.name())
                        .with("percent", tax.percent().map(BigDecimal::toPlainString))
                        .with("amount", PieceMapper.write(tax.amount()))
                        .toMap())
                .toList();
    }

    static List<TaxLine> taxes(Fields from, String name) {
        return from.objects(name).orElse(List.of()).stream()
                .map(tax -> new TaxLine(
                        tax.text("name").orElse(""),
                        tax.text("percent").map(BigDecimal::new),
                        need(PieceMapper.money(tax, "amount"), "a tax's amount")))
                .toList();
    }
}
