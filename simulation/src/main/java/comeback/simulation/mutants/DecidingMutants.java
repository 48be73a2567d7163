package comeback.simulation.mutants;

import comeback.commit.Alarms;
import comeback.commit.DueItems.DueItem;
import comeback.commit.Happenings;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Mutation;
import comeback.store.Caps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mistakes in what is decided, and in what wakes for it. */
final class DecidingMutants {
    private static final Caps NO_CAPS = new Caps(Caps.MAX, Caps.MAX, Caps.MAX);
    private static final Duration FROZEN_FOR = Duration.ofHours(3);

    private DecidingMutants() {}

    static List<Mutant> all() {
        return List.of(
                Making.sweeping("no-sweeper", "nobody looks after what was lost", item -> false),
                Making.sweeping(
                        "sweeper-overlooks-messages",
                        "the sweeper looks after customers only",
                        item -> item instanceof DueItem.OfCustomer),
                Making.sweeping(
                                "sweeper-overlooks-customers",
                                "the sweeper looks after messages only",
                                item -> item instanceof DueItem.OfMessage)
                        .at(Harm.LOST, Harm.LATE),
                Making.in(
                                "late-taken-for-saved",
                                "who comes too late is told that it is saved",
                                Set.of(),
                                (p, c) -> p.withCustomers(OtherCustomers.taking(p.customers())))
                        .whereMet(),
                Making.in(
                                "last-writer-wins",
                                "who comes too late writes over what came before",
                                Set.of(),
                                (p, c) -> p.withCustomers(OtherCustomers.overwriting(p.customers())))
                        .whereMet(),
                Making.in(
                                "bounce-forgotten",
                                "a bounce is answered and not stored",
                                Set.of("feedback"),
                                (p, c) -> p.withCustomers(OtherCustomers.forgetful(p.customers())))
                        .inCalm(),
                Making.in(
                        "unsubscribe-forgotten",
                        "the link answers and stores nothing",
                        Set.of("shopper"),
                        (p, c) -> p.withCustomers(OtherCustomers.forgetful(p.customers()))),
                Making.in(
                                "fixed-offset",
                                "a zone is remembered as hours from UTC",
                                Set.of(),
                                (p, c) -> p.withCustomers(OtherCustomers.withFixedOffsets(p.customers())))
                        .inCalm(),
                Making.in(
                                "no-tombstone",
                                "what is known of somebody is taken away, and they themselves stay",
                                Set.of(),
                                (p, c) -> p.withErasures(OtherErasures.withoutStones(p.erasures())))
                        .whereMet(),
                Making.in(
                                "forgotten-by-name-only",
                                "a stone is laid, and what is filed stays",
                                Set.of(),
                                (p, c) -> p.withErasures(OtherErasures.leavingAll(p.erasures())))
                        .whereMet(),
                Making.lenient("no-caps", "nobody counts", policy -> policy.with(NO_CAPS))
                        .inCalm(),
                Making.lenient("no-quiet-hours", "nobody sleeps", policy -> policy.with(Optional.empty()))
                        .inCalm(),
                Making.lenient(
                                "no-silence",
                                "nobody waits after a purchase",
                                policy -> policy.withSilenceAfterPurchase(Duration.ZERO))
                        .inCalm(),
                Making.in("alarms-unset", "no schedule is made", Set.of(), (p, c) -> p.withAlarms(silent()))
                        .inCalm(),
                new Mutant("acknowledged-unstored", "a storefront is told yes whatever happened", new Mutation() {
                    @Override
                    public Happenings happenings(Happenings right) {
                        return swallowing(right);
                    }
                }),
                new Mutant("arrival-taken-for-truth", "things happen when they are told", new Mutation() {
                            @Override
                            public boolean asksWhen() {
                                return false;
                            }
                        })
                        .inCalm(),
                new Mutant("frozen-clock", "the clock is read when a function starts cold", new Mutation() {
                            @Override
                            public InstantSource clock(InstantSource right) {
                                return () -> floor(right.instant());
                            }
                        })
                        .inCalm());
    }

    private static Alarms silent() {
        return (store, customer, at) -> {};
    }

    private static Happenings swallowing(Happenings right) {
        return (store, event, raw) -> {
            try {
                right.happened(store, event, raw);
            } catch (RuntimeException swallowed) {
                return;
            }
        };
    }

    private static Instant floor(Instant now) {
        long seconds = FROZEN_FOR.toSeconds();
        return Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
    }
}
