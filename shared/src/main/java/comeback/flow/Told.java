package comeback.flow;

import comeback.catalogue.Wanted;
import comeback.customer.Customer;
import comeback.wave.WaveId;
import java.time.Instant;

/** Whether somebody who waited has had their answer. */
public final class Told {
    private Told() {}

    /** Whether it was their turn to hear that this is back, since they asked then. */
    public static boolean since(Customer customer, Wanted wanted, Instant askedAt) {
        return customer.started().stream()
                .anyMatch(started ->
                        started.key().startsWith(mark(wanted)) && !started.at().isBefore(askedAt));
    }

    /** How the keys of all journeys begin that tell that it is back. */
    static String mark(Wanted wanted) {
        return WaveId.of(wanted) + "/";
    }
}
