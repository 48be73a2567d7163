package comeback.simulation.edge;

import comeback.commit.Alarms;
import comeback.commit.WaitingAlarms;
import comeback.customer.CustomerId;
import comeback.simulation.edge.Edge.Call;
import comeback.store.StoreId;
import comeback.wave.WaveId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scheduler: one schedule a name; it rings within its minute, and now and then twice, late or never. */
public final class TypedAlarms implements Alarms, WaitingAlarms {
    private static final int LATE_MINUTES_MAX = 90;

    private final Edge edge;
    private final Lambda lambda;
    private final Set<String> standing = new HashSet<>();

    public TypedAlarms(Edge edge, Lambda lambda) {
        this.edge = edge;
        this.lambda = lambda;
    }

    @Override
    public void set(StoreId store, CustomerId customer, Instant at) {
        set(
                store.value(),
                customer + "@" + minute(at),
                at,
                Map.of("store", store.value(), "customer", customer.value()));
    }

    /** For a wave. */
    public void set(StoreId store, WaveId wave, Instant at) {
        set(store.value(), wave + "@" + minute(at), at, Map.of("store", store.value(), "wave", wave.value()));
    }

    @Override
    public void setForWaiting(Instant at) {
        set("", "waiting@" + minute(at), at, Map.of("sweep", "waiting"));
    }

    private static long minute(Instant at) {
        return at.getEpochSecond() / 60;
    }

    private void set(String scope, String about, Instant at, Map<String, String> input) {
        edge.make(
                new Call("CreateSchedule", about, Outage.Service.SCHEDULER, Harm.OF_WRITES, true),
                () -> create(scope + "/" + about, about, at, input));
    }

    /** As Scheduler does it; says whether it was set, and not when one of that name stands. */
    public boolean create(String name, String about, Instant at, Map<String, String> input) {
        if (!standing.add(name)) {
            return false;
        }
        Optional<Harm> harm = edge.delivery("Schedule", about, Harm.OF_HINTS);
        if (harm.equals(Optional.of(Harm.LOST))) {
            return true;
        }
        Instant rings = at.plusMillis(Math.floorMod(lambda.roll("rings", about), 55_000L));
        if (harm.equals(Optional.of(Harm.LATE))) {
            rings = rings.plus(Duration.ofMinutes(1 + Math.floorMod(lambda.roll("late", about), LATE_MINUTES_MAX)));
        }
        // It deletes itself when it has rung.
        edge.time().at(rings, () -> standing.remove(name));
        lambda.wake(rings, about, input);
        if (harm.equals(Optional.of(Harm.TWICE))) {
            lambda.wake(rings.plusMillis(Math.floorMod(lambda.roll("again", about), 30_000L)), about, input);
        }
        return true;
    }
}
