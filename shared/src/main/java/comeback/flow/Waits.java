package comeback.flow;

import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Change;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.OrderState;
import comeback.customer.Sent;
import comeback.flow.Step.Moment;
import comeback.message.MayItGo;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a journey's next step comes, as things are. */
final class Waits {
    /** A date comes round every year; with the days laid before or after it, this many years hold the next one. */
    private static final int YEARS = 3;

    private final Customer customer;
    private final Store store;

    Waits(Customer customer, Store store) {
        this.customer = customer;
        this.store = store;
    }

    /** When the journey's next step is due: now, unless it waits or was put off; never, when it waits for an unknown date. */
    Optional<Instant> dueAt(Flow flow, Journey journey, Instant now) {
        return switch (flow.steps().get(journey.nextStep())) {
            case Step.Wait wait -> endOf(flow, journey, wait);
            case Step.Await await -> Optional.of(timeOut(journey, await));
            case Step.Send send ->
                Optional.of(
                        isAwaitingAddress(journey, send, now)
                                ? journey.since().plus(MayItGo.ADDRESS_KNOWN_WITHIN)
                                : journey.held()
                                        .map(held -> later(held.until(), leftAt(flow, journey)))
                                        .orElse(now));
            case Step.Branch branch -> Optional.of(now);
            case Step.Leap leap -> Optional.of(now);
            case Step.Stop stop -> Optional.of(now);
        };
    }

    boolean isAwaitingAddress(Journey journey, Step.Send send, Instant now) {
        return Births.needsAddress(journey, send)
                && Births.address(customer, journey.about()).isEmpty()
                && now.isBefore(journey.since().plus(MayItGo.ADDRESS_KNOWN_WITHIN));
    }

    /**
     * When the cart counts as left, for a step that comes after it was: who touches it while its reminder is put off has not
     * left it yet. To the minute, as alarms are.
     */
    Instant leftAt(Flow flow, Journey journey) {
        int step = journey.nextStep();
        return step > 0
                        && flow.steps().get(step - 1) instanceof Step.Wait(Until.Passed wait)
                        && wait.after() == Moment.LAST_ACTIVITY
                ? moment(journey, Moment.LAST_ACTIVITY)
                        .plus(lasting(flow, step - 1, wait))
                        .truncatedTo(ChronoUnit.MINUTES)
                : Instant.MIN;
    }

    Instant timeOut(Journey journey, Step.Await await) {
        return moment(journey, await.after()).plus(await.atMost());
    }

    /** When the first of the awaited events came, if one has. */
    Optional<Instant> came(Journey journey, Step.Await await) {
        return await.events().stream()
                .flatMap(event -> (event.equals(Step.PURCHASE) ? purchase(journey) : journey.heardAt(event)).stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> endOf(Flow flow, Journey journey, Step.Wait wait) {
        return switch (wait.until()) {
            case Until.Passed passed -> Optional.of(passed(flow, journey, passed));
            case Until.Clock clock -> Optional.of(next(clock.time(), journey.since()));
            case Until.Anniversary date when date.name().equals(Until.DEADLINE) -> deadline(journey, date);
            case Until.Anniversary date when journey.about() instanceof About.TheDay day -> itsDay(day, date);
            case Until.Anniversary date ->
                Optional.ofNullable(customer.profile().dates().get(date.name()))
                        .map(day -> next(day, date, journey.since()));
        };
    }

    /** Before the day on which something must be done; what lies before the step's beginning is over, and nobody waits for it. */
    private Optional<Instant> deadline(Journey journey, Until.Anniversary date) {
        Optional<Instant> sendBy = journey.about() instanceof About.TheChange(var id, Change.ReturnMoved moved)
                ? moved.goods().sendBy()
                : Optional.empty();
        ZoneId zone = zone();
        return sendBy.map(end -> end.atZone(zone).toLocalDate().plusDays(date.days()))
                .map(day -> first(day, date.time(), Instant.MIN, zone))
                .filter(due -> due.isAfter(journey.since()));
    }

    /** What is over is due at once: a condition before the letter asks whether it still says something. */
    private Optional<Instant> itsDay(About.TheDay day, Until.Anniversary date) {
        return Days.stands(day, customer)
                ? Optional.of(first(day.on().plusDays(date.days()), date.time(), Instant.MIN, zone()))
                : Optional.empty();
    }

    private Instant passed(Flow flow, Journey journey, Until.Passed passed) {
        Instant due = moment(journey, passed.after()).plus(lasting(flow, journey.nextStep(), passed));
        return passed.after() == Moment.PREVIOUS_STEP
                ? due
                : later(due, journey.since().plus(gapBefore(flow, journey.nextStep(), passed)));
    }

    /**
     * The time that the file lays between this wait and the one before that counts from the same moment. It is kept when an
     * alarm comes late, or after an outage of two days all three reminders would go out at once.
     */
    private Duration gapBefore(Flow flow, int step, Until.Passed passed) {
        for (int i = step - 1; i >= 0; i--) {
            if (flow.steps().get(i) instanceof Step.Wait(Until.Passed earlier)
                    && earlier.after() == passed.after()
                    && flow.leads(i, step)) {
                Duration gap = lasting(flow, step, passed).minus(lasting(flow, i, earlier));
                return gap.isNegative() ? Duration.ZERO : gap;
            }
        }
        return Duration.ZERO;
    }

    /** How long this customer waits at a step of which several lengths are tried: always as long. */
    private Duration lasting(Flow flow, int step, Until.Passed wait) {
        return TriedWait.at(flow, step)
                .map(tried -> tried.arms().drawnBy(store, customer.id()).one().duration())
                .orElse(wait.duration());
    }

    private Instant moment(Journey journey, Moment moment) {
        return switch (moment) {
            case PREVIOUS_STEP -> journey.since();
            case LAST_ACTIVITY ->
                customer.shopping().cart().map(Cart::lastActivityAt).orElse(journey.since());
            case START -> journey.beginning().happenedAt();
            case PURCHASE -> ownPurchase(journey).orElse(journey.since());
            case LAST_LETTER ->
                customer.recentMails().sent().stream()
                        .filter(mail -> mail.flow().equals(journey.flow()))
                        .map(Sent::at)
                        .reduce((earlier, later) -> later)
                        .orElse(Instant.EPOCH);
        };
    }

    /** When its own order was bought; else when the customer first bought something since what started the journey. */
    private Optional<Instant> ownPurchase(Journey journey) {
        return journey.about()
                .order()
                .or(() -> journey.beginning().order())
                .flatMap(customer.shopping()::order)
                .map(OrderState::placedAt)
                .or(() -> purchase(journey));
    }

    private Optional<Instant> purchase(Journey journey) {
        return Purchases.since(customer, journey).stream()
                .map(OrderState::placedAt)
                .findFirst();
    }

    /** The next time that clocks there show this, from the minute of that moment on. */
    private Instant next(LocalTime time, Instant from) {
        ZoneId zone = zone();
        Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
        LocalDate day = minute.atZone(zone).toLocalDate();
        Instant today = first(day, time, minute, zone);
        return today.isBefore(minute) ? first(day.plusDays(1), time, minute, zone) : today;
    }

    /** Of an hour that comes twice the first that is not over; in a gap as much later as the gap is long. */
    private static Instant first(LocalDate day, LocalTime time, Instant from, ZoneId zone) {
        ZonedDateTime there = day.atTime(time).atZone(zone);
        Instant first = there.toInstant();
        return wholeMinute(
                first.isBefore(from) ? there.withLaterOffsetAtOverlap().toInstant() : first);
    }

    private Instant next(MonthDay day, Until.Anniversary date, Instant from) {
        ZoneId zone = zone();
        Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
        int year = minute.atZone(zone).getYear();
        for (int later = -1; later <= YEARS; later++) {
            // In a common year, 29 February becomes 28 February.
            LocalDate there = day.atYear(year + later).plusDays(date.days());
            Instant due = first(there, date.time(), minute, zone);
            if (!due.isBefore(minute)) {
                return due;
            }
        }
        throw new IllegalStateException("a date comes round every year");
    }

    private ZoneId zone() {
        return customer.profile().zoneOr(store.zone());
    }

    /** Some zones once differed by seconds, and alarms know minutes. */
    private static Instant wholeMinute(Instant time) {
        return Instant.ofEpochSecond(Math.ceilDiv(time.getEpochSecond(), 60L) * 60);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
