package comeback.nightly;

import comeback.commit.CustomerDecisions;
import comeback.commit.Reconciliation;
import comeback.commit.Reconciliation.Pass;
import comeback.commit.Reconciliations;
import comeback.commit.StoreRegister;
import comeback.commit.Stores;
import comeback.customer.Fingerprint;
import comeback.nightly.SuppressionList.Answer;
import comeback.nightly.SuppressionList.Suppressed;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells customers, once a day, which of their addresses SES took up into its list, because SES's own reports of that are best
 * effort and may never have come. Where it stopped is kept, so whoever dies is gone on for; who was told
 * already is told nothing.
 *
 * <p>The other way round nothing is done: what we hold back and SES does not (any more) stays held back. The list tells why an
 * address is on it, never why it is not: a person may have cleared it for another sender of the account, it takes up no
 * address that a server refuses in words of its own, and who reported spam did not take that back. Nor are ours put on it,
 * because it is the whole account's.
 */
public final class Reconciling {
    static final Duration EVERY = Duration.ofDays(1);

    /** SES allows one such call a second; a page is told in about as long. */
    static final int PAGE = 100;

    /** A call ends; what it leaves is the next one's. */
    static final int PAGES_MAX = 50;

    /** What a kill loses at most is told once more, to nobody's harm. */
    private static final int SAVED_EVERY = 10;

    private static final int STORES_PAGE = 100;

    private final Stores stores;
    private final StoreRegister register;
    private final CustomerDecisions decisions;
    private final SuppressionList list;
    private final Reconciliations reconciliations;
    private final InstantSource clock;

    public Reconciling(
            Stores stores,
            StoreRegister register,
            CustomerDecisions decisions,
            SuppressionList list,
            Reconciliations reconciliations,
            InstantSource clock) {
        this.stores = stores;
        this.register = register;
        this.decisions = decisions;
        this.list = list;
        this.reconciliations = reconciliations;
        this.clock = clock;
    }

    /** What a call did. */
    static final class Reconciled {
        private int told;
        private String stopped = "";
        private final List<RuntimeException> failures = new ArrayList<>();

        /** How many learned that an address of theirs is written to no more. */
        int told() {
            return told;
        }

        /** Why the next call has to go on; empty when it need not. */
        String stopped() {
            return stopped;
        }

        /** One for each address that could not be told. */
        List<RuntimeException> failures() {
            return List.copyOf(failures);
        }
    }

    Reconciled reconcile(BooleanSupplier hasTime) {
        var done = new Reconciled();
        Instant now = clock.instant();
        if (!hasTime.getAsBoolean()) {
            return done;
        }
        Reconciliation at = reconciliations.look();
        List<Store> shops = at.isDue(now) ? shops() : List.of();
        for (int page = 0; at.isDue(now); page++) {
            if (page == PAGES_MAX) {
                done.stopped = "enough for now";
                return done;
            }
            Optional<Reconciliation> next = step(at, shops, at.passAt(now), hasTime, done);
            if (next.isEmpty()) {
                return done;
            }
            at = next.get();
        }
        return done;
    }

    /** A page; how far that came, or nothing when somebody else has to go on, or a later call. */
    private Optional<Reconciliation> step(
            Reconciliation at, List<Store> shops, Pass pass, BooleanSupplier hasTime, Reconciled done) {
        return switch (list.page(at.from(), pass.until(), pass.page(), PAGE)) {
            case Answer.NotNow(String why) -> {
                done.stopped = why;
                yield Optional.empty();
            }
            case Answer.Lost() -> save(at.with(new Pass(pass.until(), Optional.empty(), "", pass.hasFailed())));
            case Answer.Page page -> tell(at, shops, pass, page, hasTime, done);
        };
    }

    private Optional<Reconciliation> tell(
            Reconciliation begin,
            List<Store> shops,
            Pass pass,
            Answer.Page page,
            BooleanSupplier hasTime,
            Reconciled done) {
        // By their marks: SES promises no order, and an address must not be kept where nobody would find it to forget
        // it.
        List<Suppressed> left = page.addresses().stream()
                .filter(each -> mark(each).compareTo(pass.after()) > 0)
                .sorted(Comparator.comparing(Reconciling::mark))
                .toList();
        Reconciliation at = begin;
        for (int told = 0; told < left.size(); told++) {
            boolean isLate = !hasTime.getAsBoolean();
            if (told > 0 && (isLate || told % SAVED_EVERY == 0)) {
                String after = mark(left.get(told - 1));
                Optional<Reconciliation> saved =
                        save(at.with(new Pass(pass.until(), pass.page(), after, hasFailed(pass, done))));
                if (saved.isEmpty()) {
                    return saved;
                }
                at = saved.get();
            }
            if (isLate) {
                done.stopped = "no time";
                return Optional.empty();
            }
            tell(shops, left.get(told), done);
        }
        Pass whole = new Pass(pass.until(), page.next(), "", hasFailed(pass, done));
        return save(page.next().isPresent() ? at.with(whole) : at.ended(whole, EVERY));
    }

    /** Nothing when somebody else was faster: what they told need not be told again. */
    private Optional<Reconciliation> save(Reconciliation next) {
        return reconciliations.save(next) ? Optional.of(next.saved()) : Optional.empty();
    }

    private static boolean hasFailed(Pass pass, Reconciled done) {
        return pass.hasFailed() || !done.failures.isEmpty();
    }

    /** Nobody knows whose address it is, so each shop is asked; who cannot be told does not hold up the others. */
    private void tell(List<Store> shops, Suppressed each, Reconciled done) {
        try {
            for (Store shop : shops) {
                done.told += decisions.suppressed(shop, each.address(), each.reason(), each.at()) ? 1 : 0;
            }
        } catch (RuntimeException e) {
            done.failures.add(e);
        }
    }

    private static String mark(Suppressed each) {
        return Fingerprint.of("suppressed", each.address().inbox());
    }

    private List<Store> shops() {
        List<Store> all = new ArrayList<>();
        Optional<StoreId> last = Optional.empty();
        List<StoreId> page;
        do {
            page = register.stores(last, STORES_PAGE);
            page.forEach(id -> stores.find(id).ifPresent(all::add));
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == STORES_PAGE);
        return all;
    }
}
