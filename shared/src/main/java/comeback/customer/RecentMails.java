package comeback.customer;

import comeback.message.MessageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mails that went to someone lately. It is bounded: at most {@value #MARKETING_MAX} that promote, which is as many as a
 * store's cap may allow in its longest window, so no cap is ever counted short; and the last {@value #OTHERS_MAX} others,
 * which no cap stops, but which a person who asks must see. Of those that came back it keeps as many as make an inbox
 * dormant.
 *
 * @param sent oldest first
 * @param returned that came back since the last one arrived, oldest first
 */
public record RecentMails(List<Sent> sent, List<Returned> returned) {
    public static final int MARKETING_MAX = 30;
    public static final int OTHERS_MAX = 10;

    /** No cap looks back further. */
    public static final Duration KEPT_FOR = Duration.ofDays(30);

    /** So many mails in a row that come back make an inbox dormant. */
    public static final int DORMANT_AFTER = 3;

    /** What came back earlier counts no more: the inbox is tried again. */
    public static final Duration DORMANT_WITHIN = Duration.ofDays(14);

    public static final RecentMails NONE = new RecentMails(List.of(), List.of());

    public RecentMails {
        sent = Stream.concat(last(sent, true, MARKETING_MAX), last(sent, false, OTHERS_MAX))
                .sorted(Comparator.comparing(Sent::at))
                .toList();
        returned = returned.stream()
                .sorted(Comparator.comparing(Returned::at))
                .skip(Math.max(0, returned.size() - DORMANT_AFTER))
                .toList();
    }

    /** Adds a mail, or the newer attempt at one, and forgets what no cap looks back to. */
    public RecentMails with(Sent added) {
        Instant forgotten = added.at().minus(KEPT_FOR);
        List<Sent> all = new ArrayList<>(sent);
        all.removeIf(old -> old.mark().equals(added.mark()) || old.at().isBefore(forgotten));
        all.add(added);
        return new RecentMails(all, returned);
    }

    /** Adds that a mail came back. */
    public RecentMails with(Returned added) {
        return new RecentMails(
                sent, Stream.concat(returned.stream(), Stream.of(added)).toList());
    }

    /** A mail arrived: what came back from there before counts no more. */
    public RecentMails arrivedAt(String inbox, Instant at) {
        return new RecentMails(
                sent,
                returned.stream()
                        .filter(mail -> !mail.inbox().equals(inbox) || mail.at().isAfter(at))
                        .toList());
    }

    /** Whether mails came back from there since the last one arrived. */
    public boolean cameBackFrom(String inbox) {
        return returned.stream().anyMatch(mail -> mail.inbox().equals(inbox));
    }

    /** Whether so many came back lately that nothing but what was asked for should be tried. */
    public boolean isDormant(String inbox, Instant now) {
        return returned.stream()
                        .filter(mail -> mail.inbox().equals(inbox))
                        .filter(mail -> mail.at().isAfter(now.minus(DORMANT_WITHIN)))
                        .count()
                >= DORMANT_AFTER;
    }

    /** Of two people who turn out to be one: both got theirs. */
    public RecentMails merge(RecentMails other) {
        List<Sent> all = new ArrayList<>(sent);
        other.sent.stream()
                .filter(mail -> all.stream().noneMatch(mine -> mine.mark().equals(mail.mark())))
                .forEach(all::add);
        return new RecentMails(
                all,
                Stream.concat(returned.stream(), other.returned.stream())
                        .distinct()
                        .toList());
    }

    /** When promoting mails went, oldest first, without earlier attempts at the one with this mark. */
    public List<Instant> promotedAt(String exceptMark) {
        return sent.stream()
                .filter(mail -> mail.countsAs() == MessageClass.MARKETING)
                .filter(mail -> !mail.mark().equals(exceptMark))
                .map(Sent::at)
                .toList();
    }

    private static Stream<Sent> last(List<Sent> all, boolean promoting, int max) {
        List<Sent> matching = all.stream()
                .filter(mail -> (mail.countsAs() == MessageClass.MARKETING) == promoting)
                .sorted(Comparator.comparing(Sent::at))
                .toList();
        return matching.stream().skip(Math.max(0, matching.size() - max));
    }
}
