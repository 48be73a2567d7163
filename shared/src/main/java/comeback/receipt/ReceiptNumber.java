package comeback.receipt;

import java.time.Year;
import java.util.Locale;

/**
 * The number of a receipt or a credit note. Within a store, a year and a kind they are 1, 2, 3 … without a gap.
 *
 * @param series what is numbered
 * @param year in which it was drawn, by the store's calendar
 * @param count from 1
 */
public record ReceiptNumber(Series series, Year year, long count) {
    public ReceiptNumber {
        if (count < 1) {
            throw new IllegalArgumentException("receipts are counted from 1");
        }
    }

    /** "R2026-000042". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s%d-%06d", series.sign(), year.getValue(), count);
    }
}
