package comeback.wake;

import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.commit.Messages;
import comeback.commit.SendingAccount;
import comeback.commit.SendingAccount.Known;
import comeback.commit.WaitingAlarms;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shows messages that were put back, or whose way to the sender was lost, to the sender again: what an order waits for
 * first, then the oldest. No more in a second than SES takes, and no more than the day has left; else the sender would put most of them back once more, and
 * a campaign would circle instead of going out. While SES takes nothing, only one is shown, when it is time to find out;
 * the sender puts it back for the next try, or has all others shown. What is not worth sending any more needs no SES, so
 * it is shown whenever it is met, to be settled.
 */
public final class Waiting {
    /** It stops in time for what it was doing to end before the function is stopped. */
    public static final Duration SHOWS_FOR = Duration.ofSeconds(45);

    /** A message that was shown is not shown another time before. */
    static final Duration AGAIN_AFTER = Duration.ofMinutes(4);

    /** As many from each part of a queue; so many are read before the first of them is shown. */
    private static final int PAGE = 400;

    /** For the one that finds out; a few more, because the index lags. */
    private static final int PROBE_PAGE = 3 * DueItems.PARTITIONS;

    /** What was never put back is on its way by the stream; after so long it was lost there. */
    private static final Duration STREAM_TAKES = Duration.ofMinutes(2);

    /** A schedule that is made at the last moment may be too late to ring. */
    private static final Duration NOTICE = Duration.ofSeconds(10);

    private final Messages messages;
    private final DueItems dueItems;
    private final SendingAccount account;
    private final WaitingAlarms alarms;
    private final Rest rest;
    private final InstantSource clock;

    /** Lets time pass. */
    public interface Rest {
        /** Returns then; or at once where time stands still while a function works. */
        void until(Instant time);
    }

    public Waiting(
            Messages messages,
            DueItems dueItems,
            SendingAccount account,
            WaitingAlarms alarms,
            Rest rest,
            InstantSource clock) {
        this.messages = messages;
        this.dueItems = dueItems;
        this.account = account;
        this.alarms = alarms;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * What there was to show.
     *
     * @param messages how many were shown
     * @param oldest when the oldest message of a queue was born that was due; nothing for a queue in which none was
     * @param isStopped whether SES takes nothing
     */
    record Shown(int messages, Map<Queue, Instant> oldest, boolean isStopped) {
        Map<String, Object> toMap() {
            return Map.of("messages", messages);
        }
    }

    /** Shows what is due. */
    Shown show(Instant until) {
        Known known = account.look();
        Instant now = clock.instant();
        Optional<Instant> tryAt = known.stop().map(stop -> stop.probeAt().isAfter(now) ? stop.probeAt() : now);
        Shift shift = tryAt.map(at -> new Shift(known, at.isAfter(now) ? 0 : 1, now, PROBE_PAGE))
                .orElseGet(() -> new Shift(known, known.perSecond(), until, PAGE));
        boolean isDone = shift.works(Queue.RECEIPTS, 1) && shift.works(Queue.OTHERS, SendingAccount.UNRESERVED);
        // One that was shown to find out has its own alarm when it is put back; and a day has no more within minutes.
        if (!isDone && !shift.isDayUsedUp && tryAt.filter(now::equals).isEmpty()) {
            Instant soonest = clock.instant().plus(NOTICE);
            alarms.setForWaiting(fullMinute(tryAt.filter(soonest::isBefore).orElse(soonest)));
        }
        return new Shown(shift.shown.size(), Map.copyOf(shift.oldest), known.isStopped());
    }

    private static Instant fullMinute(Instant after) {
        Instant minute = after.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(after) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }

    /** One call's work: so many messages in each second, until its time is over. */
    private final class Shift {
        private final Known known;
        private final double perSecond;
        private final Instant until;
        private final int pageSize;
        private final Set<MessageId> shown = new HashSet<>();
        private final Map<Queue, Instant> oldest = new EnumMap<>(Queue.class);
        private int shownThisSecond;
        private int shownInAll;
        private boolean isDayUsedUp;

        /**
         * One that has shown nothing yet.
         *
         * @param perSecond 0 to show nothing but what needs no SES
         */
        Shift(Known known, double perSecond, Instant until, int pageSize) {
            this.known = known;
            this.perSecond = perSecond;
            this.until = until;
            this.pageSize = pageSize;
        }

        /** Whether nothing of the queue is left to be shown. */
        boolean works(Queue queue, double share) {
            // One at least: whoever sends it asks SES how many there are by now.
            int most = Math.max(1, known.leftToday(share));
            int size = (int) Math.min(pageSize, Math.max(PROBE_PAGE, 2L * most));
            int places = perSecond > 0 ? Math.max(1, (int) (perSecond * share)) : 0;
            while (true) {
                List<DueItem> page = page(queue, size);
                // So few cannot fill a part, so nothing stands behind them.
                boolean isLast = page.size() < size / DueItems.PARTITIONS;
                List<Message> due = due(page);
                if (due.isEmpty()) {
                    // Nothing new and yet a full part: what stands behind it is seen in a minute.
                    return isLast;
                }
                oldest.putIfAbsent(queue, due.getFirst().bornAt());
                for (Message message : due) {
                    boolean needsSes = !clock.instant().isAfter(message.goodUntil());
                    if (needsSes && shownInAll >= most) {
                        isDayUsedUp = true;
                        return false;
                    }
                    if (needsSes && shownThisSecond >= places && !isNextSecond()) {
                        return false;
                    }
                    messages.touch(message, clock.instant().plus(AGAIN_AFTER));
                    shown.add(message.id());
                    shownThisSecond += needsSes ? 1 : 0;
                    shownInAll += needsSes ? 1 : 0;
                }
                if (isLast) {
                    return true;
                }
            }
        }

        private List<Message> due(List<DueItem> page) {
            Instant now = clock.instant();
            return page.stream()
                    .flatMap(Waiting::message)
                    // The index lags behind what was shown just now.
                    .filter(item -> !shown.contains(item.id()))
                    .flatMap(item -> messages.find(item.store(), item.id()).stream())
                    .filter(message -> waits(message, now))
                    .sorted(Comparator.comparing(Message::bornAt))
                    .toList();
        }

        private boolean isNextSecond() {
            Instant next = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            if (!next.isBefore(until)) {
                return false;
            }
            rest.until(next);
            shownThisSecond = 0;
            return !clock.instant().isBefore(next);
        }
    }

    private List<DueItem> page(Queue queue, int size) {
        // The index counts in seconds and looks at what lies before: this second's own are due.
        Instant before = clock.instant().plusSeconds(1);
        return IntStream.range(0, DueItems.PARTITIONS)
                .boxed()
                .flatMap(part -> dueItems.before(queue, part, before, size / DueItems.PARTITIONS).stream())
                .toList();
    }

    private static Stream<DueItem.OfMessage> message(DueItem item) {
        return switch (item) {
            case DueItem.OfMessage message -> Stream.of(message);
            case DueItem.OfCustomer customer -> Stream.empty();
            case DueItem.OfWave wave -> Stream.empty();
            case DueItem.OfBestsellers bestsellers -> Stream.empty();
        };
    }

    /** The index lags, so the message itself says whether it is due. */
    private static boolean waits(Message message, Instant now) {
        return message.state() instanceof MessageState.Due due
                && !due.at().isAfter(now)
                && (due.at().isAfter(message.bornAt())
                        || due.at().plus(STREAM_TAKES).isBefore(now));
    }
}
