package comeback.flow;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.Profile;
import comeback.customer.Sign;
import comeback.customer.Suppression;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The one decision: what an input makes of a customer, which messages are due, when to look again, and why. */
public final class Decide {
    /**
     * A schedule fires within its minute, not at its second. So what is due within a minute is due now; else every second
     * alarm would have to be set twice.
     */
    public static final Duration PRECISION = Duration.ofMinutes(1);

    /** A schedule that is made at the last moment may be in the past when it is made, and then never rings. */
    private static final Duration NOTICE = Duration.ofSeconds(10);

    private Decide() {}

    /** Same arguments, same answer: it asks no clock and draws no numbers. */
    public static Decision decide(Customer customer, Input input, Store store, Flows flows, Instant now) {
        Trail trail = new Trail(cause(input));
        Customer folded = fold(customer, input, store, flows, trail);
        Customer judged = Exits.judge(folded, store, flows, trail, now);
        Customer told = PersonNews.start(customer, judged, input, store, flows, trail, now);
        Customer entered = entered(customer, told, input, store, flows, trail, now);
        Steps.Run run = Steps.run(entered, store, flows, trail, now);
        boolean isReviewed = input instanceof Input.Woke;
        Optional<Instant> review = Reviews.next(run.customer(), store, flows, isReviewed, now);
        Customer next = withAlarm(
                run.customer(),
                Stream.of(run.nextDue(), review).flatMap(Optional::stream).min(Comparator.naturalOrder()),
                now);
        // A review is found by its night. Only who is on the way in a flow needs a schedule of their own; who was not,
        // and now is, has none yet, also where a review stands that comes first.
        Optional<Instant> alarm = next.alarmAt()
                .filter(at -> !next.alarmAt().equals(customer.alarmAt())
                        || customer.journeys().isEmpty())
                .filter(at -> !next.journeys().isEmpty());
        return new Decision(next, trail.messages(), trail.orders(), alarm, trail.why());
    }

    /** Whether something that is due then is due now. */
    static boolean isDue(Instant at, Instant now) {
        return !at.isAfter(now.plus(PRECISION));
    }

    private static Customer entered(
            Customer before, Customer customer, Input input, Store store, Flows flows, Trail trail, Instant now) {
        return switch (input) {
            case Input.Happened happened -> Entry.start(before, customer, happened.event(), store, flows, trail, now);
            case Input.StockArrived arrived -> Restock.start(customer, arrived, store, flows, trail, now);
            case Input.Woke woke -> Reviews.start(customer, store, flows, trail, now);
            case Input.Reported report -> customer;
            case Input.AskedToStop asked -> customer;
            case Input.Chose chose -> customer;
        };
    }

    private static Optional<String> cause(Input input) {
        return switch (input) {
            case Input.Happened happened -> Optional.of(happened.event().name());
            case Input.Woke woke -> Optional.empty();
            case Input.Undeliverable report ->
                Optional.of(
                        switch (report.suppression().reason()) {
                            case HARD_BOUNCE -> "Email Bounced For Good";
                            case COMPLAINT -> "Email Complaint";
                        });
            case Input.CameBack report -> Optional.of("Email Bounced");
            case Input.Arrived report -> Optional.of("Email Delivered");
            case Input.Clicked report -> Optional.of(Input.Clicked.NAME);
            case Input.Replied report -> Optional.of(Input.Replied.NAME);
            case Input.AskedToStop asked -> Optional.of("Unsubscribed");
            case Input.Chose chose -> Optional.of(Input.Chose.NAME);
            case Input.StockArrived arrived -> Optional.of(arrived.name());
        };
    }

    private static Customer fold(Customer customer, Input input, Store store, Flows flows, Trail trail) {
        return switch (input) {
            case Input.Happened happened -> {
                Customer folded = Fold.into(customer, happened.event(), store);
                FoldOrders.newest(folded.shopping(), happened.event()).ifPresent(order -> keep(order, trail));
                yield Hearing.note(folded, happened.event(), flows);
            }
            case Input.Woke woke -> customer;
            case Input.Undeliverable report -> undeliverable(customer, report);
            case Input.CameBack report ->
                customer.with(customer.recentMails().with(report.returned()))
                        .with(customer.recentEvents().with(report.reportId()));
            case Input.Arrived report ->
                customer.with(customer.recentMails().arrivedAt(report.inbox(), report.at()))
                        .with(customer.recentEvents().with(report.reportId()));
            case Input.Clicked report ->
                customer.with(customer.recentEvents().with(report.reportId()).seen(Sign.CLICK, report.at()));
            case Input.Replied report ->
                customer.with(customer.recentEvents().with(report.reportId()).replied(report.at()));
            case Input.AskedToStop asked ->
                customer.with(customer.consent().then(new Consent.Withdrawn(asked.at(), asked.source())));
            case Input.Chose chose -> chosen(customer, chose);
            case Input.StockArrived arrived ->
                Hearing.note(customer.with(customer.recentEvents().with(arrived.id())), arrived, flows);
        };
    }

    /** Their own word, with what they want; it stands in place of what was known. */
    private static Customer chosen(Customer customer, Input.Chose chose) {
        Profile profile = customer.profile().withDates(chose.dates()).inLanguage(chose.language());
        Customer told = customer.with(profile).with(customer.recentEvents().seen(Sign.WORD, chose.at()));
        return chose.consent() instanceof Consent.Unknown ? told : told.with(word(customer.consent(), chose.consent()));
    }

    /** Who unsubscribed elsewhere between looking at the page and pressing its button stays unsubscribed. */
    private static Consent word(Consent known, Consent chosen) {
        return known instanceof Consent.Withdrawn gone
                        && chosen instanceof Consent.Given given
                        && gone.at().isAfter(given.at())
                ? gone
                : chosen;
    }

    private static void keep(Order order, Trail trail) {
        trail.keep(order);
        if (!order.addsUp()) {
            trail.say("orders", Reason.Verdict.SKIPPED, Rulings.sumsDisagree(order.id()));
        }
    }

    private static Customer undeliverable(Customer customer, Input.Undeliverable report) {
        Customer suppressed =
                customer.with(report.suppression()).with(customer.recentEvents().with(report.reportId()));
        // Who reports spam has said no more clearly than any link could.
        return report.suppression().reason() == Suppression.Reason.COMPLAINT
                ? suppressed.with(customer.consent()
                        .then(new Consent.Withdrawn(report.suppression().at(), "spam report")))
                : suppressed;
    }

    /**
     * Lazily: an alarm that stands early enough is left alone, even when nothing is due any more. So a cart that is
     * changed twelve times costs one schedule; the alarm that fires early looks at the truth and is set again.
     */
    private static Customer withAlarm(Customer customer, Optional<Instant> nextDue, Instant now) {
        Optional<Instant> standing = customer.alarmAt().filter(at -> at.isAfter(now));
        Optional<Instant> wanted = nextDue.map(due -> due.truncatedTo(ChronoUnit.MINUTES))
                .map(minute -> minute.isBefore(now.plus(NOTICE)) ? minute.plus(PRECISION) : minute);
        if (wanted.isPresent()
                && standing.filter(at -> !at.isAfter(wanted.get())).isPresent()) {
            return customer.withAlarmAt(standing);
        }
        return customer.withAlarmAt(wanted.or(() -> standing));
    }
}
