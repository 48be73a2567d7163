package comeback.wake;

import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.commit.WaveWork;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Makes certain what schedules and the stream make punctual: whatever is overdue is driven on again. It finds nothing
 * when nothing was lost.
 */
final class Sweeper {
    /** Schedules fire within their minute; who is later than two was lost. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** How long SES's own word about a mail is waited for, after nobody can be sending it any more. */
    static final Duration EVIDENCE_WITHIN = Duration.ofSeconds(90);

    /** A message that was shown to the sender again is not shown another time before this has passed. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(4);

    private static final int PAGE = 100;

    /** A sweep ends; what it leaves is the next one's. */
    private static final int PAGES_MAX = 20;

    /** Asked twice and twice no answer: a person should look. */
    private static final int ATTEMPTS_MAX = 2;

    private final Stores stores;
    private final CustomerDecisions decisions;
    private final WaveWork waves;
    private final Messages messages;
    private final DueItems dueItems;
    private final InstantSource clock;

    Sweeper(
            Stores stores,
            CustomerDecisions decisions,
            WaveWork waves,
            Messages messages,
            DueItems dueItems,
            InstantSource clock) {
        this.stores = stores;
        this.decisions = decisions;
        this.waves = waves;
        this.messages = messages;
        this.dueItems = dueItems;
        this.clock = clock;
    }

    /**
     * What a sweep found.
     *
     * @param customers woken
     * @param messages shown to the sender again, or settled
     */
    record Swept(int customers, int messages) {
        Map<String, Object> toMap() {
            return Map.of("customers", customers, "messages", messages);
        }
    }

    Swept sweep() {
        int customers = 0;
        int swept = 0;
        Instant overdue = clock.instant().minus(GRACE);
        for (int partition = 0; partition < DueItems.PARTITIONS; partition++) {
            for (int page = 0; page < PAGES_MAX; page++) {
                List<DueItem> items = dueItems.before(partition, overdue, PAGE);
                for (DueItem item : items) {
                    switch (item) {
                        case DueItem.OfCustomer due -> {
                            stores.find(due.store()).ifPresent(store -> decisions.woke(store, due.id()));
                            customers++;
                        }
                        case DueItem.OfMessage due -> {
                            messages.find(due.store(), due.id()).ifPresent(this::driveOn);
                            swept++;
                        }
                        case DueItem.OfWave due ->
                            stores.find(due.store()).ifPresent(store -> waves.work(store, due.id()));
                    }
                }
                if (items.size() < PAGE) {
                    break;
                }
            }
        }
        return new Swept(customers, swept);
    }

    private void driveOn(Message message) {
        Instant now = clock.instant();
        switch (message.state()) {
            case MessageState.Due due -> messages.touch(message, now.plus(AGAIN_AFTER));
            case MessageState.Claimed claimed -> {
                if (now.isAfter(claimed.leaseUntil().plus(EVIDENCE_WITHIN))) {
                    messages.change(message, resolved(message, claimed, now));
                }
            }
            // The index lags; these are settled.
            case MessageState.Accepted settled -> {}
            case MessageState.Skipped settled -> {}
            case MessageState.Failed settled -> {}
            case MessageState.Unknown settled -> {}
        }
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
