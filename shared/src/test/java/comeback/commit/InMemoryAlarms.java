package comeback.commit;

import comeback.customer.CustomerId;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Alarms in memory, for tests: the same one twice is one, and so are two within a minute. It can be made to fail. */
public final class InMemoryAlarms implements Alarms, WaitingAlarms {
    private final Set<Alarm> alarms = new LinkedHashSet<>();
    private final Set<Instant> forWaiting = new LinkedHashSet<>();
    private boolean isBroken;

    /**
     * One alarm.
     *
     * @param customer who is looked at
     * @param at when
     */
    public record Alarm(StoreId store, CustomerId customer, Instant at) {}

    @Override
    public void set(StoreId store, CustomerId customer, Instant at) {
        if (isBroken) {
            throw new IllegalStateException("no alarms today");
        }
        boolean isKnown = alarms.stream()
                .anyMatch(alarm -> alarm.store().equals(store)
                        && alarm.customer().equals(customer)
                        && alarm.at().getEpochSecond() / 60 == at.getEpochSecond() / 60);
        if (!isKnown) {
            alarms.add(new Alarm(store, customer, at));
        }
    }

    @Override
    public void setForWaiting(Instant at) {
        if (isBroken) {
            throw new IllegalStateException("no alarms today");
        }
        forWaiting.add(at);
    }

    /** When messages that wait are looked after. */
    public List<Instant> forWaiting() {
        return List.copyOf(forWaiting);
    }

    public void breakDown() {
        isBroken = true;
    }

    public void recover() {
        isBroken = false;
    }

    public List<Alarm> all() {
        return List.copyOf(alarms);
    }
}
