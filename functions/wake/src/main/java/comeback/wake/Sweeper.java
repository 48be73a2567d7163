package comeback.wake;

import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.commit.Flags;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.commit.WaveWork;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes certain what schedules make punctual: customers who are overdue are woken, and claims of which nobody said what
 * came of them are resolved. It also has clicks judged. Else it finds nothing when nothing was lost. Messages that are due are looked after by
 * {@link Waiting}.
 */
public final class Sweeper {
    /** Schedules fire within their minute; who is later than two was lost. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** How long SES's own word about a mail is waited for, after nobody can be sending it any more. */
    static final Duration EVIDENCE_WITHIN = Duration.ofSeconds(90);

    private static final int PAGE = 100;

    /** A sweep ends; what it leaves is the next one's. */
    private static final int PAGES_MAX = 20;

    /** Of many failures a few tell why. */
    private static final int FAILURES_TOLD = 4;

    /** Asked twice and twice no answer: a person should look. */
    private static final int ATTEMPTS_MAX = 2;

    private final Stores stores;
    private final CustomerDecisions decisions;
    private final WaveWork waves;
    private final Messages messages;
    private final DueItems dueItems;
    private final Judging judging;
    private final Flags flags;
    private final InstantSource clock;

    public Sweeper(
            Stores stores,
            CustomerDecisions decisions,
            WaveWork waves,
            Messages messages,
            DueItems dueItems,
            Judging judging,
            Flags flags,
            InstantSource clock) {
        this.stores = stores;
        this.decisions = decisions;
        this.waves = waves;
        this.messages = messages;
        this.dueItems = dueItems;
        this.judging = judging;
        this.flags = flags;
        this.clock = clock;
    }

    /**
     * What a sweep found.
     *
     * @param customers woken
     * @param messages looked at
     * @param waves driven on
     * @param failures one for each that could be neither
     */
    record Swept(int customers, int messages, int waves, List<RuntimeException> failures) {
        Map<String, Object> toMap() {
            return Map.of("customers", customers, "messages", messages, "waves", waves, "failed", failures.size());
        }

        /** The call has failed when one of its items has, so that somebody is told. */
        void orThrow() {
            if (!failures.isEmpty()) {
                var failure = new IllegalStateException(
                        "a sweep could not drive on all that was overdue: " + failures.size() + " of them failed",
                        failures.getFirst());
                failures.stream().skip(1).limit(FAILURES_TOLD).forEach(failure::addSuppressed);
                throw failure;
            }
        }
    }

    Swept sweep() {
        int customers = 0;
        int resolved = 0;
        int moved = 0;
        List<RuntimeException> failures = new ArrayList<>();
        Instant overdue = clock.instant().minus(GRACE);
        for (int partition = 0; partition < DueItems.PARTITIONS; partition++) {
            for (int page = 0; page < PAGES_MAX; page++) {
                List<DueItem> items = dueItems.before(Queue.TO_LOOK_AFTER, partition, overdue, PAGE);
                for (DueItem item : items) {
                    driveOn(item).ifPresent(failures::add);
                    customers += item instanceof DueItem.OfCustomer ? 1 : 0;
                    resolved += item instanceof DueItem.OfMessage ? 1 : 0;
                    moved += item instanceof DueItem.OfWave ? 1 : 0;
                }
                // Who fails stays where they are, and would only be read again.
                if (items.size() < PAGE || !failures.isEmpty()) {
                    break;
                }
            }
        }
        return new Swept(customers, resolved, moved, failures);
    }

    /** Why it could not be driven on; the others get their chance. */
    private Optional<RuntimeException> driveOn(DueItem item) {
        try {
            switch (item) {
                case DueItem.OfCustomer due ->
                    stores.find(due.store()).ifPresent(store -> decisions.woke(store, due.id()));
                case DueItem.OfMessage due ->
                    messages.find(due.store(), due.id()).ifPresent(this::resolve);
                case DueItem.OfWave due -> stores.find(due.store()).ifPresent(store -> waves.work(store, due.id()));
                case DueItem.OfBestsellers counting -> {
                    // They stand in the night's queue alone.
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void resolve(Message message) {
        Instant now = clock.instant();
        switch (message.state()) {
            case MessageState.Claimed claimed -> {
                if (now.isAfter(claimed.leaseUntil().plus(EVIDENCE_WITHIN))) {
                    change(message, resolved(message, claimed, now));
                }
            }
            case MessageState.Accepted taken -> judging.judge(message);
            // The index lags; this one is to be sent again, and these are settled.
            case MessageState.Due due -> {}
            case MessageState.Skipped settled -> {}
            case MessageState.Failed settled -> {}
            case MessageState.Unknown settled -> {}
        }
    }

    private void change(Message message, MessageState next) {
        Message resolved = message.with(next);
        if (!messages.change(message, next)) {
            return;
        }
        if (resolved.isFlagged()) {
            flags.flagged(resolved, clock.instant());
        } else if (next instanceof MessageState.Unknown) {
            flags.unknown(resolved, clock.instant());
        }
    }

    /** Tells what this sweep saw, also when some of it failed. */
    void tell(Swept swept, Waiting.Shown shown) {
        Instant now = clock.instant();
        flags.looked(
                new Flags.Look(
                        swept.customers() + swept.messages() + swept.waves(),
                        shown.oldest().getOrDefault(Queue.RECEIPTS, now),
                        shown.oldest().getOrDefault(Queue.OTHERS, now),
                        shown.isStopped()),
                now);
    }

    /**
     * SES was asked and nobody knows what it answered. A second advertisement is worse than none; a second receipt is
     * better than none, once.
     */
    private static MessageState resolved(Message message, MessageState.Claimed claimed, Instant now) {
        return message.messageClass() == MessageClass.TRANSACTIONAL && claimed.attempts() < ATTEMPTS_MAX
                ? new MessageState.Due(now, claimed.attempts())
                : new MessageState.Unknown(now);
    }
}
