package comeback.receipt;

import comeback.catalogue.Money;
import comeback.catalogue.Shares;
import comeback.customer.Change;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.TaxLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a shop states of money that it was paid or gave back. Once it is drawn it never changes, and neither does its number.
 *
 * @param number without a gap
 * @param what stated
 * @param issuedAt when it was drawn
 */
public record Receipt(ReceiptNumber number, Statement what, Instant issuedAt) {
    /**
     * What is stated, before it has a number.
     *
     * @param series receipt or credit note
     * @param key what it is for, within the store: the order, or the order and the refund. One key, one receipt
     * @param order that was paid
     * @param total paid, or given back
     * @param taxes contained in or added to it; they are of the total's currency
     * @param of the receipt that a credit note takes from
     */
    public record Statement(
            Series series, String key, OrderId order, Money total, List<TaxLine> taxes, Optional<ReceiptNumber> of) {
        public Statement {
            taxes = List.copyOf(taxes);
        }

        /** Of an order's payment; nothing when its total is not known, or its sums do not come to it. */
        public static Optional<Statement> payment(Order order) {
            return order.addsUp()
                    ? order.amounts()
                            .total()
                            .map(total -> new Statement(
                                    Series.RECEIPT,
                                    order.id().value(),
                                    order.id(),
                                    total,
                                    taxes(order, total),
                                    Optional.empty()))
                    : Optional.empty();
        }

        /** The order's tax lines, when they come to its tax; else its tax in one line. */
        private static List<TaxLine> taxes(Order order, Money total) {
            List<TaxLine> lines = order.amounts().taxes();
            boolean isOneCurrency =
                    lines.stream().allMatch(line -> line.amount().currency().equals(total.currency()));
            long sum = lines.stream().mapToLong(line -> line.amount().minor()).sum();
            Optional<Money> tax = order.amounts().tax();
            if (!lines.isEmpty()
                    && isOneCurrency
                    && tax.map(money -> money.minor() == sum).orElse(true)) {
                return lines;
            }
            return tax.filter(money -> money.minor() > 0 && money.currency().equals(total.currency()))
                    .map(money -> List.of(new TaxLine("", Optional.empty(), money)))
                    .orElse(List.of());
        }

        /**
         * Of money that went back: the same taxes, each in proportion. Whatever the refunds of an order are, once all of it went
         * back their taxes come to the receipt's.
         *
         * @param before what earlier notes of this receipt gave back
         */
        public static Statement creditNote(Receipt receipt, Money before, Change.PaidBack refund) {
            Statement paid = receipt.what();
            Money after = before.plus(refund.amount());
            return new Statement(
                    Series.CREDIT_NOTE,
                    creditKey(receipt, refund),
                    paid.order(),
                    refund.amount(),
                    paid.taxes().stream()
                            .map(tax -> new TaxLine(
                                    tax.name(),
                                    tax.percent(),
                                    Shares.between(tax.amount(), paid.total(), before, after)))
                            .toList(),
                    Optional.of(receipt.number()));
        }

        /** What the credit note of a refund is for, within the store. */
        public static String creditKey(Receipt receipt, Change.PaidBack refund) {
            return receipt.what().order() + "/" + refund.refundId();
        }
    }
}
