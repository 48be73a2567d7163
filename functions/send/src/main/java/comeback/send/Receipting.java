package comeback.send;

import comeback.commit.Receipts;
import comeback.customer.Change;
import comeback.message.ReliesOn.ReceiptDrawn;
import comeback.message.Ruling;
import comeback.receipt.Receipt;
import comeback.receipt.Receipt.Statement;
import comeback.receipt.Series;
import comeback.store.Store;
import java.time.Instant;
import java.time.Year;
import java.util.Optional;

/**
 * Draws the receipt or the credit note that a letter brings. It is drawn before the letter is claimed: who dies in between finds
 * it again with the same number, and a letter that does not go leaves a receipt behind and no gap.
 */
final class Receipting {
    private final Receipts receipts;

    Receipting(Receipts receipts) {
        this.receipts = receipts;
    }

    /** The facts with it, or why there is nothing to state. */
    Facts draw(Facts facts, ReceiptDrawn wanted, Store store, Instant now) {
        return wanted.change() instanceof Change.PaidBack refund
                ? credited(facts, wanted, refund, store, now)
                : paid(facts, wanted, store, now);
    }

    private Facts paid(Facts facts, ReceiptDrawn wanted, Store store, Instant now) {
        return facts.order()
                .flatMap(Statement::payment)
                .map(what -> facts.with(drawn(receipts.draw(store.id(), what, year(store, now), now), store)))
                .orElseGet(() -> facts.refuted(none(wanted, "its sums are not known or do not agree")));
    }

    private Facts credited(Facts facts, ReceiptDrawn wanted, Change.PaidBack refund, Store store, Instant now) {
        Optional<Receipt> paid =
                receipts.find(store.id(), Series.RECEIPT, wanted.order().value());
        if (paid.isEmpty()) {
            return facts.refuted(none(wanted, "no receipt was drawn for it"));
        }
        return refund.amount().currency().equals(paid.get().what().total().currency())
                ? facts.with(drawn(receipts.credit(store.id(), paid.get(), refund, year(store, now), now), store))
                : facts.refuted(none(wanted, "its receipt is in another currency"));
    }

    private static Year year(Store store, Instant now) {
        return Year.from(now.atZone(store.zone()));
    }

    /** The stream brings the letter again when this flies. */
    private static Receipt drawn(Optional<Receipt> receipt, Store store) {
        return receipt.orElseThrow(
                () -> new IllegalStateException("too many draw receipts of store " + store.id() + " at once"));
    }

    private static Ruling none(ReceiptDrawn wanted, String why) {
        return new Ruling(
                "receipt",
                wanted.order().value(),
                "there is nothing to state about order " + wanted.order() + ": " + why,
                "It would have gone, had the store told what it must state.");
    }
}
