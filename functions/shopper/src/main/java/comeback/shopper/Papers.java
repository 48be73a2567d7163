package comeback.shopper;

import comeback.commit.Receipts;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.http.Request;
import comeback.receipt.Receipt;
import comeback.receipt.Series;
import comeback.shopper.http.Answer;
import comeback.shopper.page.ReceiptSheets;
import comeback.shopper.pdf.SheetPrinter;
import comeback.store.Store;
import java.util.Optional;

/**
 * The receipt of an order and its credit notes as files, at the order's own link: {@code ?receipt=pdf}, {@code ?credit=} and the
 * refund's id. They are drawn anew each time; what they state never changes.
 */
final class Papers {
    private static final String RECEIPT = "receipt";
    private static final String CREDIT = "credit";
    private static final int REFUND_ID_MAX = 200;

    private final Receipts receipts;
    private final ReceiptSheets sheets = new ReceiptSheets();

    Papers(Receipts receipts) {
        this.receipts = receipts;
    }

    /** Whether a file is asked for, and not the page. */
    static boolean isFor(Request request) {
        return request.queryParameter(RECEIPT).isPresent()
                || request.queryParameter(CREDIT).isPresent();
    }

    /** Of the order's payment, if one was drawn. */
    Optional<Receipt> receiptOf(Store store, Order order) {
        return receipts.find(store.id(), Series.RECEIPT, order.id().value());
    }

    /** The one that is asked for, if it was drawn. */
    Optional<Receipt> asked(Request request, Store store, Order order) {
        Optional<String> refund = request.queryParameter(CREDIT);
        return refund.isEmpty()
                ? receiptOf(store, order)
                : refund.filter(id -> id.length() <= REFUND_ID_MAX)
                        .flatMap(id -> receipts.find(store.id(), Series.CREDIT_NOTE, order.id() + "/" + id));
    }

    Answer file(Store store, Customer customer, Order order, Receipt receipt, String language) {
        return Answer.file(
                receipt.number() + ".pdf",
                "application/pdf",
                SheetPrinter.print(sheets.sheet(store, customer, order, receipt, language)));
    }
}
