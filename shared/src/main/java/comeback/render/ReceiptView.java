package comeback.render;

import comeback.catalogue.Money;
import comeback.customer.TaxLine;
import comeback.receipt.Receipt;
import comeback.receipt.ReceiptNumber;
import java.util.List;

/**
 * A receipt or a credit note as its letter shows it.
 *
 * @param number "R2026-000042"
 * @param date when it was drawn
 * @param total paid, or given back
 * @param taxes a line for each rate; empty when no tax is known
 * @param of the receipt that a credit note takes from; "" for a receipt
 */
public record ReceiptView(String number, String date, String total, List<TaxView> taxes, String of) {
    /**
     * A tax.
     *
     * @param name as the shop calls it; "" when it does not
     * @param rate "20%"; "" when it is not known
     * @param amount how much of it
     */
    public record TaxView(String name, String rate, String amount) {}

    static ReceiptView of(Receipt receipt, Formats formats) {
        Money total = receipt.what().total();
        return new ReceiptView(
                receipt.number().toString(),
                formats.date(receipt.issuedAt()),
                formats.money(total),
                receipt.what().taxes().stream().map(tax -> view(tax, formats)).toList(),
                receipt.what().of().map(ReceiptNumber::toString).orElse(""));
    }

    private static TaxView view(TaxLine tax, Formats formats) {
        return new TaxView(tax.name(), tax.percent().map(formats::percent).orElse(""), formats.money(tax.amount()));
    }
}
