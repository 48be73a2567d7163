package comeback.customer;

import comeback.catalogue.Money;
import java.util.Comparator;
import java.util.Optional;

/**
 * Money that went back for an order.
 *
 * @param mark names the refund, in few characters
 * @param amount how much, when the shop said it
 * @param isWhole whether nothing of the order is left to pay for
 */
public record Refund(String mark, Optional<Money> amount, boolean isWhole) implements OrderState.Part<Refund> {
    private static final int MARK_LENGTH = 6;
    private static final Comparator<Refund> BY_AMOUNT = Comparator.comparing(
                    (Refund refund) -> refund.amount.map(Money::minor).orElse(-1L))
            .thenComparing(refund -> refund.amount
                    .map(money -> money.currency().getCurrencyCode())
                    .orElse(""));

    /** As reported. */
    static Refund of(String refundId, Optional<Money> amount, boolean isWhole) {
        return new Refund(mark(refundId), amount, isWhole);
    }

    static String mark(String refundId) {
        return Fingerprint.of("refund", refundId).substring(0, MARK_LENGTH);
    }

    /** Of two reports of one refund, what both know. */
    @Override
    public Refund join(Refund other) {
        Refund told = BY_AMOUNT.compare(this, other) >= 0 ? this : other;
        return new Refund(mark, told.amount, isWhole || other.isWhole);
    }
}
