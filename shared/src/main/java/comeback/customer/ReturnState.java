package comeback.customer;

import java.time.Instant;
import java.util.Comparator;

/**
 * How far one return of an order has come.
 *
 * @param mark names the return, in few characters
 * @param stage the last one that it reached
 * @param at when it did
 */
public record ReturnState(String mark, ReturnStage stage, Instant at) implements OrderState.Part<ReturnState> {
    private static final int MARK_LENGTH = 6;
    private static final Comparator<ReturnState> BY_TIME =
            Comparator.comparing(ReturnState::at).thenComparing(ReturnState::stage);

    /** As reported; an order of which the shop names no return has one. */
    static ReturnState of(OrderReturn goods, ReturnStage stage, Instant at) {
        return new ReturnState(mark(goods), stage, at);
    }

    static String mark(OrderReturn goods) {
        return Fingerprint.of("return", goods.id().orElse("")).substring(0, MARK_LENGTH);
    }

    /** Of two reports the one that holds, whichever came first. */
    @Override
    public ReturnState join(ReturnState other) {
        return BY_TIME.compare(this, other) >= 0 ? this : other;
    }
}
