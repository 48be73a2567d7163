package comeback.local.aws;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that were asked for. Every call that a function makes to AWS asks here first. */
public final class Faults {
    private final InstantSource clock;
    private final List<Fault> faults = new ArrayList<>();

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void add(Fault fault) {
        faults.add(fault);
    }

    /** How this call shall go wrong; the fault that was asked for first strikes first. */
    public synchronized Optional<Fault.Kind> strike(Fault.Service service, String operation) {
        forgetThoseThatAreOver();
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.strikes(service, operation)) {
                faults.set(i, fault.struckOnce());
                return Optional.of(fault.kind());
            }
        }
        return Optional.empty();
    }

    /** Those that may still strike. */
    public synchronized List<Fault> all() {
        forgetThoseThatAreOver();
        return List.copyOf(faults);
    }

    public synchronized void clear() {
        faults.clear();
    }

    private void forgetThoseThatAreOver() {
        var now = clock.instant();
        faults.removeIf(fault -> fault.isOver(now));
    }
}
