package comeback.nightly;

import comeback.commit.AuditEntry;
import comeback.commit.FlowShelf;
import comeback.commit.Registered;
import comeback.commit.StoreRegister;
import comeback.commit.Tallies;
import comeback.customer.Fingerprint;
import comeback.experiment.Experiment;
import comeback.flow.Flow;
import comeback.report.Report;
import comeback.report.Trials;
import comeback.store.Stopped;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Stops what is tried and does harm: once a day, in the first hour of it by the store's clock, what was counted is judged, and
 * what is surely worse is noted among the store's settings, which whoever decides reads anyway. Nothing is read where no flow
 * tries anything.
 */
public final class Stopping {
    /** As the audit trail calls whoever did it. */
    static final String WHO = "Comeback";

    private static final int STORES_PAGE = 100;

    private final StoreRegister register;
    private final Tallies tallies;
    private final FlowShelf flows;
    private final InstantSource clock;

    public Stopping(StoreRegister register, Tallies tallies, FlowShelf flows, InstantSource clock) {
        this.register = register;
        this.tallies = tallies;
        this.flows = flows;
        this.clock = clock;
    }

    /**
     * What a call did.
     *
     * @param stopped how many things were stopped
     * @param failures one for each store that could not be looked at
     */
    record Done(int stopped, List<RuntimeException> failures) {
        Done {
            failures = List.copyOf(failures);
        }
    }

    Done stop(BooleanSupplier hasTime) {
        List<Flow> trying =
                flows.today().all().stream().filter(Experiment::isIn).toList();
        int stopped = 0;
        List<RuntimeException> failures = new ArrayList<>();
        Optional<StoreId> last = Optional.empty();
        for (boolean isMore = !trying.isEmpty(); isMore; ) {
            List<StoreId> page = register.stores(last, STORES_PAGE);
            for (StoreId id : page) {
                if (!hasTime.getAsBoolean()) {
                    // The first hour has room for more calls.
                    return new Done(stopped, failures);
                }
                try {
                    stopped += stop(id, trying);
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
            isMore = page.size() == STORES_PAGE;
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        }
        return new Done(stopped, failures);
    }

    private int stop(StoreId id, List<Flow> trying) {
        Optional<Registered> seen = register.registered(id).filter(this::isInItsFirstHour);
        List<Stopped> harm =
                seen.map(registered -> harm(registered.store(), trying)).orElse(List.of());
        if (harm.isEmpty()) {
            return 0;
        }
        Store store = seen.orElseThrow().store();
        List<Stopped> all = new ArrayList<>(store.stopped());
        all.addAll(harm);
        Registered next = new Registered(
                store.withStopped(all),
                seen.orElseThrow().keys(),
                seen.orElseThrow().version());
        return switch (register.register(next, Optional.of(told(id, harm)))) {
            case StoreRegister.Outcome.Saved saved -> harm.size();
            // Somebody changes its settings at this moment: the next call looks again.
            case StoreRegister.Outcome.Stale stale -> 0;
            case StoreRegister.Outcome.KeyTaken taken ->
                throw new IllegalStateException("a key of store " + id + " is another store's");
        };
    }

    private boolean isInItsFirstHour(Registered registered) {
        return clock.instant().atZone(registered.store().zone()).getHour() == 0;
    }

    private List<Stopped> harm(Store store, List<Flow> trying) {
        Instant now = clock.instant();
        LocalDate to = LocalDate.ofInstant(now, store.zone());
        LocalDate from = to.minusDays(Tallies.DAYS_MAX - 1L);
        Report report = new Report(from, to, tallies.between(store.id(), from, to));
        Trials trials = tallies.trials(store.id(), YearMonth.from(from), YearMonth.from(to));
        return trying.stream()
                .flatMap(flow -> Experiment.of(flow, report, trials).stream())
                .flatMap(experiment -> experiment.judged().stream()
                        .flatMap(judged -> judged.harm().stream()
                                .map(why -> new Stopped(
                                        experiment.flow(),
                                        experiment.step(),
                                        judged.arm().letter(),
                                        now,
                                        why))))
                .filter(one -> !store.hasStopped(one.flow(), one.step(), one.arm()))
                .toList();
    }

    private AuditEntry told(StoreId id, List<Stopped> harm) {
        Instant now = clock.instant();
        List<String> details = harm.stream()
                .map(one -> one.flow() + "/" + one.step() + "/" + one.arm() + ": "
                        + switch (one.why()) {
                            case FEWER_ORDERS -> "fewer orders";
                            case UNWANTED -> "unwanted by more people";
                        })
                .toList();
        String mark = Fingerprint.of("stopped", id.value(), now.toString()).substring(0, 12);
        return new AuditEntry(now, mark, Optional.of(id), WHO, AuditEntry.What.STOPPED, details);
    }
}
