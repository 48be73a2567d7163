package comeback.local.aws;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that were asked for. Every call that a function makes to AWS asks here first. */
public final class Faults {
    private final InstantSource clock;
    private final List<Fault> faults = new ArrayList<>();
    private long second;
    private int letThrough;

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
            if (fault.strikes(service, operation) && !isLetThrough(fault)) {
                faults.set(i, fault.struckOnce());
                return Optional.of(fault.kind());
            }
        }
        return Optional.empty();
    }

    /** How many mails a second SES was made to take. */
    synchronized Optional<Integer> rate() {
        forgetThoseThatAreOver();
        return faults.stream().flatMap(fault -> fault.perSecond().stream()).findFirst();
    }

    private boolean isLetThrough(Fault fault) {
        if (fault.perSecond().isEmpty()) {
            return false;
        }
        long now = clock.instant().getEpochSecond();
        letThrough = now == second ? letThrough + 1 : 1;
        second = now;
        return letThrough <= fault.perSecond().get();
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
