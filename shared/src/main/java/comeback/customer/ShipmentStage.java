package comeback.customer;

/** How far a parcel is, as carriers tell. */
public enum ShipmentStage {
    /** There is a label, and nothing has moved yet. */
    LABEL_MADE,
    /** The carrier has it. */
    PICKED_UP,
    /** It is on its way. */
    IN_TRANSIT,
    /** It comes today. */
    OUT_FOR_DELIVERY,
    /** The shopper can fetch it. */
    READY_FOR_PICKUP,
    /** Nobody was there. */
    ATTEMPTED,
    /** It comes later than was said. */
    DELAYED,
    /** It is there. */
    DELIVERED,
    /** It will not arrive. */
    FAILED,
    /** It goes back to the shop. */
    RETURNING;

    /** Whether the parcel has left the shop. */
    public boolean hasLeft() {
        return this != LABEL_MADE;
    }

    /** Whether nothing comes after it. */
    public boolean isFinal() {
        return this == DELIVERED || this == FAILED || this == RETURNING;
    }
}
