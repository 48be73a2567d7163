package comeback.commit;

import comeback.customer.Change;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;

/** Where receipts and credit notes are kept, and get their numbers. */
public interface Receipts {
    /** A page of them. */
    int PAGE_MAX = 100;

    /** What was drawn for this; never an older state. */
    Optional<Receipt> find(StoreId store, Series series, String key);

    /**
     * Draws one: its number is the next of the store, the year and the series, and is used up only if the receipt is kept. Who
     * asks again for the same key gets the same.
     *
     * @param year by the store's calendar
     * @param now when it is drawn
     * @return nothing when too many others drew at this moment: ask again a little later
     */
    Optional<Receipt> draw(StoreId store, Statement what, Year year, Instant now);

    /**
     * Draws the credit note of a refund, in the same way. What the notes of one receipt give back is added up with each, so that
     * their taxes come to the receipt's to the smallest unit.
     *
     * @param paid the receipt as it was found; the refund is of its currency
     * @return nothing when too many others drew at this moment: ask again a little later
     */
    Optional<Receipt> credit(StoreId store, Receipt paid, Change.PaidBack refund, Year year, Instant now);

    /** Numbers that were drawn, in their order, from this count on; at most {@value #PAGE_MAX}. */
    List<ReceiptNumber> drawn(StoreId store, Series series, Year year, long from);
}
