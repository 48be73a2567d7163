package comeback.ingest.reading;

import comeback.customer.ShipmentStage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a parcel is, in the words of carriers and of shop systems. */
public final class Stages {
    private static final Map<String, ShipmentStage> WORDS = Map.ofEntries(
            Map.entry("labelpurchased", ShipmentStage.LABEL_MADE),
            Map.entry("labelprinted", ShipmentStage.LABEL_MADE),
            Map.entry("labelcreated", ShipmentStage.LABEL_MADE),
            Map.entry("confirmed", ShipmentStage.LABEL_MADE),
            Map.entry("pretransit", ShipmentStage.LABEL_MADE),
            Map.entry("carrierpickedup", ShipmentStage.PICKED_UP),
            Map.entry("pickedup", ShipmentStage.PICKED_UP),
            Map.entry("intransit", ShipmentStage.IN_TRANSIT),
            Map.entry("shipped", ShipmentStage.IN_TRANSIT),
            Map.entry("outfordelivery", ShipmentStage.OUT_FOR_DELIVERY),
            Map.entry("readyforpickup", ShipmentStage.READY_FOR_PICKUP),
            Map.entry("availableforpickup", ShipmentStage.READY_FOR_PICKUP),
            Map.entry("attempteddelivery", ShipmentStage.ATTEMPTED),
            Map.entry("failedattempt", ShipmentStage.ATTEMPTED),
            Map.entry("buyeractionrequired", ShipmentStage.ATTEMPTED),
            Map.entry("delayed", ShipmentStage.DELAYED),
            Map.entry("delivered", ShipmentStage.DELIVERED),
            Map.entry("failure", ShipmentStage.FAILED),
            Map.entry("failed", ShipmentStage.FAILED),
            Map.entry("returningtosender", ShipmentStage.RETURNING),
            Map.entry("returntosender", ShipmentStage.RETURNING));

    private Stages() {}

    /** The stage that a word names, whatever its case and marks; nothing for a word that names none. */
    public static Optional<ShipmentStage> of(String word) {
        StringBuilder plain = new StringBuilder();
        word.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(plain::appendCodePoint);
        return Optional.ofNullable(WORDS.get(plain.toString()));
    }
}
