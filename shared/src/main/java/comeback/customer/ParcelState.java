package comeback.customer;

import java.time.Instant;
import java.util.Comparator;

/**
 * How far one parcel of an order has come.
 *
 * @param mark names the parcel, in few characters
 * @param stage the last one that it reached
 * @param at when it did
 */
public record ParcelState(String mark, ShipmentStage stage, Instant at) implements OrderState.Part<ParcelState> {
    private static final int MARK_LENGTH = 6;

    /** What is over stays over: carriers' clocks differ, and a parcel that has arrived is not on its way again. */
    private static final Comparator<ParcelState> BY_PROGRESS = Comparator.comparing(
                    (ParcelState parcel) -> parcel.stage.isFinal())
            .thenComparing(ParcelState::at)
            .thenComparing(ParcelState::stage);

    /** As reported. */
    static ParcelState of(String shipmentId, ShipmentStage stage, Instant at) {
        return new ParcelState(mark(shipmentId), stage, at);
    }

    static String mark(String shipmentId) {
        return Fingerprint.of("parcel", shipmentId).substring(0, MARK_LENGTH);
    }

    /** Of two reports the one that holds, whichever came first. */
    @Override
    public ParcelState join(ParcelState other) {
        return BY_PROGRESS.compare(this, other) >= 0 ? this : other;
    }
}
