package comeback.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person known to a store: all that decides about them, in one item that changes by compare-and-set. So consent,
 * purchase and timer can never disagree.
 *
 * @param id where the item lies
 * @param version how often it was saved; 0 is never
 * @param identity the names they go by
 * @param profile how to greet them
 * @param consent whether they want marketing
 * @param suppressions addresses of theirs that must not be written to; at most {@value #SUPPRESSIONS_MAX}
 * @param shopping cart and orders
 * @param journeys flows that run now; at most {@value #JOURNEYS_MAX}
 * @param started flows that were started; at most {@value #STARTED_MAX}, the newest kept and the last of each flow
 * @param alarmAt when we will next look at them by ourselves: a schedule stands for then
 * @param recentEvents what was decided about lately
 * @param recentMails what was sent to them lately
 */
public record Customer(
        CustomerId id,
        long version,
        Identity identity,
        Profile profile,
        Consent consent,
        List<Suppression> suppressions,
        Shopping shopping,
        List<Journey> journeys,
        List<Started> started,
        Optional<Instant> alarmAt,
        RecentEvents recentEvents,
        RecentMails recentMails) {
    /** The flow that asks whether they still want to hear from the shop: a week later its goodbye, five days later silence. */
    public static final String SUNSET = "sunset";

    public static final Duration LET_GO_AFTER = Duration.ofDays(12);

    public static final int SUPPRESSIONS_MAX = 5;
    public static final int JOURNEYS_MAX = 30;
    public static final int STARTED_MAX = 60;

    public Customer {
        suppressions = newest(suppressions, SUPPRESSIONS_MAX);
        journeys = newest(journeys, JOURNEYS_MAX);
        started = withoutOldest(started);
    }

    /** Someone we have not met before. */
    public static Customer unknown(CustomerId id) {
        return new Customer(
                id,
                0,
                Identity.NOBODY,
                Profile.EMPTY,
                Consent.unknown(),
                List.of(),
                Shopping.NOTHING,
                List.of(),
                List.of(),
                Optional.empty(),
                RecentEvents.NONE,
                RecentMails.NONE);
    }

    public boolean isSuppressed(EmailAddress address) {
        return suppressions.stream().anyMatch(suppression -> suppression.isOf(address));
    }

    /** The language they chose, else the one that the storefront tells. */
    public Optional<Locale> language() {
        return consent.wishes().language().or(profile::locale);
    }

    /** Since when nothing is advertised to them any more, because they gave no sign of themselves when they were asked. */
    public Optional<Instant> letGoAt() {
        return started.stream()
                .filter(start -> start.flow().equals(SUNSET) && !start.isHeldOut())
                .map(Started::at)
                .reduce((earlier, later) -> later)
                .filter(asked -> recentEvents.seenAt().filter(asked::isBefore).isEmpty())
                .map(asked -> asked.plus(LET_GO_AFTER));
    }

    public Optional<Journey> journey(String flow, String key) {
        return journeys.stream()
                .filter(journey -> journey.flow().equals(flow) && journey.key().equals(key))
                .findFirst();
    }

    public Customer with(Identity changed) {
        return new Customer(
                id,
                version,
                changed,
                profile,
                consent,
                suppressions,
                shopping,
                journeys,
                started,
                alarmAt,
                recentEvents,
                recentMails);
    }

    public Customer with(Profile changed) {
        return new Customer(
                id,
                version,
                identity,
                changed,
                consent,
                suppressions,
                shopping,
                journeys,
                started,
                alarmAt,
                recentEvents,
                recentMails);
    }

    public Customer with(Consent changed) {
        return new Customer(
                id,
                version,
                identity,
                profile,
                changed,
                suppressions,
                shopping,
                journeys,
                started,
                alarmAt,
                recentEvents,
                recentMails);
    }

    public Customer with(Shopping changed) {
        return new Customer(
                id,
                version,
                identity,
                profile,
                consent,
                suppressions,
                changed,
                journeys,
                started,
                alarmAt,
                recentEvents,
                recentMails);
    }

    public Customer with(RecentEvents changed) {
        return new Customer(
                id,
                version,
                identity,
                profile,
                consent,
                suppressions,
                shopping,
                journeys,
                started,
                alarmAt,
                changed,
                recentMails);
    }

    public Customer with(RecentMails changed) {
        return new Customer(
                id,
                version,
                identity,
                profile,
                consent,
                suppressions,
                shopping,
                journeys,
                started,
                alarmAt,
                recentEvents,
                changed);
    }

    public Customer with(Suppression added) {
        List<Suppression> all = new ArrayList<>(suppressions);
        all.removeIf(old -> old.inbox().equals(added.inbox()));
        all.add(added);
        return new Customer(
                id,
                version,
                identity,
                profile,
                consent,
                all,
                shopping,
                journeys,
                started,
                alarmAt,
                recentEvents,
                recentMails);
    }

    public Customer withJourneys(List<Journey> changed) {
        return new Customer(
                id,
                version,
                identity,
                profile,
                consent,
                suppressions,
                shopping,
                changed,
                started,
                alarmAt,
                recentEvents,
                recentMails);
    }

    public Customer withStarted(Started more) {
        List<Started> all = new ArrayList<>(started);
        all.add(more);
        return new Customer(
                id,
                version,
                identity,
                profile,
                consent,
                suppressions,
                shopping,
                journeys,
                all,
                alarmAt,
                recentEvents,
                recentMails);
    }

    public Customer withAlarmAt(Optional<Instant> changed) {
        return new Customer(
                id,
                version,
                identity,
                profile,
                consent,
                suppressions,
                shopping,
                journeys,
                started,
                changed,
                recentEvents,
                recentMails);
    }

    public Customer withVersion(long changed) {
        return new Customer(
                id,
                changed,
                identity,
                profile,
                consent,
                suppressions,
                shopping,
                journeys,
                started,
                alarmAt,
                recentEvents,
                recentMails);
    }

    /** This customer and the other turn out to be one person. The stricter consent wins; nothing runs twice. */
    public Customer merge(Customer other) {
        List<Journey> running = Stream.concat(
                        journeys.stream(),
                        other.journeys.stream()
                                .filter(journey -> journeys.stream().noneMatch(journey::isSameAs)))
                .toList();
        Optional<Instant> earliest =
                Stream.of(alarmAt, other.alarmAt).flatMap(Optional::stream).min(java.util.Comparator.naturalOrder());
        return new Customer(
                id,
                version,
                identity.merge(other.identity, other.id),
                profile.merge(other.profile),
                consent.merge(other.consent),
                Stream.concat(other.suppressions.stream(), suppressions.stream())
                        .toList(),
                shopping.merge(other.shopping),
                running,
                Stream.concat(other.started.stream(), started.stream())
                        .sorted(java.util.Comparator.comparing(Started::at))
                        .toList(),
                earliest,
                recentEvents.with(other.recentEvents),
                recentMails.merge(other.recentMails));
    }

    /**
     * What may run once in a life must be remembered for life: the last start of each flow stays. Of what begins every week for
     * the same, the last start tells which run it was, so the others go before any that says something.
     */
    private static List<Started> withoutOldest(List<Started> started) {
        List<Started> kept = new ArrayList<>(started);
        if (kept.size() > STARTED_MAX) {
            kept.removeIf(old -> started.stream()
                    .anyMatch(other -> other.run() > old.run()
                            && other.flow().equals(old.flow())
                            && other.key().equals(old.key())));
        }
        for (int i = 0; kept.size() > STARTED_MAX && i < kept.size(); ) {
            String flow = kept.get(i).flow();
            boolean isLast =
                    kept.stream().skip(i + 1L).noneMatch(later -> later.flow().equals(flow));
            if (isLast) {
                i++;
            } else {
                kept.remove(i);
            }
        }
        return List.copyOf(kept);
    }

    private static <T> List<T> newest(List<T> list, int max) {
        return List.copyOf(list.subList(Math.max(0, list.size() - max), list.size()));
    }
}
