package comeback.simulation.wire;

import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Outage;
import java.util.List;
import java.util.function.Supplier;

/**
 * A request, understood.
 *
 * @param operation as AWS calls it
 * @param about whom it concerns
 * @param service that it goes to
 * @param harms that are possible
 * @param effect does it, and answers
 */
record Asked(String operation, String about, Outage.Service service, List<Harm> harms, Supplier<Reply> effect) {
    Asked {
        harms = List.copyOf(harms);
    }

    String name() {
        return operation + " " + about;
    }
}
