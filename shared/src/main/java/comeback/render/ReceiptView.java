package comeback.render;

import comeback.catalogue.Money;
import comeback.customer.TaxLine;
import comeback.receipt.Receipt;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A receipt or a credit note as its letter shows it.
 *
 * @param number "R2026-000042"
 * @param date when it was drawn
 * @param total paid, or given back
 * @param taxes a line for each rate; empty when no tax is known
 * @param of the receipt that a credit note takes from; "" for a receipt
 * @param pdf the same as a file; none when there is no page of its order
 */
public record ReceiptView(String number, String date, String total, List<TaxView> taxes, String of, SafeUrl pdf) {
    /**
     * A tax.
     *
     * @param name as the shop calls it; "" when it does not
     * @param rate "20%"; "" when it is not known
     * @param amount how much of it
     */
    public record TaxView(String name, String rate, String amount) {}

    static ReceiptView of(Receipt receipt, String page, Formats formats) {
        Money total = receipt.what().total();
        return new ReceiptView(
                receipt.number().toString(),
                formats.date(receipt.issuedAt()),
                formats.money(total),
                receipt.what().taxes().stream().map(tax -> view(tax, formats)).toList(),
                receipt.what().of().map(ReceiptNumber::toString).orElse(""),
                page.isEmpty() ? SafeUrl.NONE : SafeUrl.ours(page + (page.contains("?") ? "&" : "?") + file(receipt)));
    }

    /** As the order's page takes it. */
    private static String file(Receipt receipt) {
        Receipt.Statement what = receipt.what();
        String refund = what.key().substring(what.order().value().length()).replaceFirst("/", "");
        return what.series() == Series.RECEIPT
                ? "receipt=pdf"
                : "credit=" + URLEncoder.encode(refund, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static TaxView view(TaxLine tax, Formats formats) {
        return new TaxView(tax.name(), tax.percent().map(formats::percent).orElse(""), formats.money(tax.amount()));
    }
}
