package comeback.commit;

import comeback.catalogue.Money;
import comeback.customer.Change;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts in memory. */
public final class InMemoryReceipts implements Receipts {
    private final Map<String, Receipt> drawn = new HashMap<>();
    private final Map<String, Money> credited = new HashMap<>();

    @Override
    public synchronized Optional<Receipt> find(StoreId store, Series series, String key) {
        return Optional.ofNullable(drawn.get(store + "#" + series + "#" + key));
    }

    @Override
    public synchronized Optional<Receipt> draw(StoreId store, Statement what, Year year, Instant now) {
        Optional<Receipt> known = find(store, what.series(), what.key());
        if (known.isPresent()) {
            return known;
        }
        long last = numbers(store, what.series(), year).stream()
                .mapToLong(ReceiptNumber::count)
                .max()
                .orElse(0);
        Receipt next = new Receipt(new ReceiptNumber(what.series(), year, last + 1), what, now);
        drawn.put(store + "#" + what.series() + "#" + what.key(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized Optional<Receipt> credit(
            StoreId store, Receipt paid, Change.PaidBack refund, Year year, Instant now) {
        String place = store + "#" + paid.what().key();
        Money before = credited.getOrDefault(place, Money.zero(refund.amount().currency()));
        Statement note = Statement.creditNote(paid, before, refund);
        if (find(store, note.series(), note.key()).isEmpty()) {
            credited.put(place, before.plus(refund.amount()));
        }
        return draw(store, note, year, now);
    }

    @Override
    public synchronized List<ReceiptNumber> drawn(StoreId store, Series series, Year year, long from) {
        return numbers(store, series, year).stream()
                .filter(number -> number.count() >= from)
                .limit(PAGE_MAX)
                .toList();
    }

    private List<ReceiptNumber> numbers(StoreId store, Series series, Year year) {
        return drawn.entrySet().stream()
                .filter(one -> one.getKey().startsWith(store + "#"))
                .map(one -> one.getValue().number())
                .filter(number -> number.series() == series && number.year().equals(year))
                .sorted(Comparator.comparingLong(ReceiptNumber::count))
                .toList();
    }
}
