package comeback.flow;

import comeback.customer.About;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Fingerprint;
import comeback.customer.OrderState;
import comeback.customer.Started;
import comeback.flow.Reason.Verdict;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What nobody reports: that somebody has gone quiet, would soon buy again, or has a day tomorrow, or that a week is over. When that will be follows
 * from what is known of them, so it is computed and not kept; the customer's next due time is never later. Whoever is not due
 * costs nothing.
 */
final class Reviews {
    /** What a rule keeps from beginning may be allowed later; so it is looked at again, but seldom. */
    static final Duration LOOK_AGAIN = Duration.ofDays(30);

    /** What is due already, and was found by something else than a review. */
    static final Duration SOON = Duration.ofMinutes(5);

    /** Days come round every year; who had their letter has had this year's. */
    private static final Duration NEARLY_A_YEAR = Duration.ofDays(300);

    /** Korea wants those who agreed to be told so every two years; a fortnight is left for finding them and sending. */
    private static final Duration CONSENT_GOOD_FOR = Duration.ofDays(2 * 365 - 14);

    /** Refills are offered a little before they are needed. */
    private static final Duration BEFORE_NEEDED = Duration.ofDays(2);

    /** They are asked in the middle of a morning, and the hours of that day do not count. */
    private static final Duration NEARLY_A_MONTH = Rhythm.SILENT_AFTER_QUIET.minusDays(1);

    private static final Duration REFILL_MIN = Duration.ofDays(7);

    private final Customer customer;
    private final Store store;
    private final Flows flows;
    private final Instant now;

    Reviews(Customer customer, Store store, Flows flows, Instant now) {
        this.customer = customer;
        this.store = store;
        this.flows = flows;
        this.now = now;
    }

    /** Begins what is due. */
    static Customer start(Customer customer, Store store, Flows flows, Trail trail, Instant now) {
        Customer next = customer;
        // In the order of the reviews: who is asked to come back tonight is not let go tonight.
        for (Due due : new Reviews(customer, store, flows, now)
                .all().stream().sorted(Comparator.comparing(Due::review)).toList()) {
            if (!Decide.isDue(due.at(), now) || !new Reviews(next, store, flows, now).isDue(due)) {
                continue;
            }
            Triggers triggers = Triggers.of(due.flow(), due.review().words());
            Condition.Asked asked = new Condition.Asked(next, Optional.empty(), store, Optional.empty(), now);
            Optional<Ruling> refusal = due.refusal(asked);
            if (refusal.isPresent()) {
                trail.say(due.flow().name(), Verdict.NOT_STARTED, refusal.get());
                continue;
            }
            Withheld.Draw draw = Withheld.draw(next, store, due.flow());
            trail.say(
                    due.flow(),
                    Verdict.STARTED,
                    "because of " + due.review().words() + triggers.reason(asked) + draw.words());
            next = Entry.begin(
                    next, due.flow(), due.subject(), true, new Entry.Origin(now, draw, Optional.empty()), now);
        }
        return next;
    }

    /**
     * When to look at them next.
     *
     * @param isReviewed whether they were looked at just now: then what did not begin is refused, and not just unseen
     */
    static Optional<Instant> next(Customer customer, Store store, Flows flows, boolean isReviewed, Instant now) {
        return new Reviews(customer, store, flows, now)
                .all().stream()
                        .map(due -> Decide.isDue(due.at(), now) ? now.plus(isReviewed ? LOOK_AGAIN : SOON) : due.at())
                        .min(Comparator.naturalOrder());
    }

    /** What will begin, or should have. */
    private List<Due> all() {
        return known().stream().filter(due -> !due.isHeld()).toList();
    }

    /** What will be due, or is; not what runs, or ran for the same. */
    List<Due> known() {
        List<Due> all = new ArrayList<>();
        if (!(customer.consent() instanceof Consent.Given)
                || customer.identity().email().isEmpty()) {
            // All that a review starts promotes, or is about what they agreed to.
            return all;
        }
        for (Flows.Reviewed reviewed : flows.reviewed()) {
            Flow flow = reviewed.flow();
            if (store.flowsOff().contains(flow.name())) {
                continue;
            }
            if (flow.runsFor() == Flow.RunsFor.DAY) {
                all.addAll(days(flow, reviewed.review()));
            } else if (customer.journeys().stream()
                    .noneMatch(journey -> journey.flow().equals(flow.name()))) {
                Entry.Subject them = new Entry.Subject(customer.id().value(), new About.TheCustomer());
                dueAt(flow, reviewed.review())
                        .map(at -> new Due(flow, reviewed.review(), at, them, isHeld(reviewed.review(), at)))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private boolean isDue(Due due) {
        return all().stream()
                .filter(other -> other.flow().name().equals(due.flow().name()))
                .anyMatch(other -> other.subject().equals(due.subject()) && Decide.isDue(other.at(), now));
    }

    /** Who is not won back is not let go for the same silence: they were never asked to come back. */
    private boolean isHeld(Review review, Instant dueAt) {
        Optional<Instant> known = switch (review) {
            case GONE_QUIET, LONG_SILENT ->
                Rhythm.lastSign(customer).map(sign -> atTheHour(sign.plus(Rhythm.quiet(customer))));
            // What they had done before shows when they are back.
            case CONDITION_MET, WEEK_OVER -> customer.recentEvents().seenAt();
            case ORDER_EXPECTED, CONSENT_OLD, DAY_NEAR -> Optional.of(dueAt);
        };
        return customer.recentEvents()
                .importedAt()
                .filter(in -> known.filter(due -> !due.isAfter(in)).isPresent())
                .isPresent();
    }

    private Optional<Instant> dueAt(Flow flow, Review review) {
        return switch (review) {
            case GONE_QUIET -> sinceLastSign(flow, Rhythm.quiet(customer));
            case LONG_SILENT -> longSilent(flow);
            case ORDER_EXPECTED -> orderExpected(flow);
            case CONDITION_MET -> conditionMet(flow);
            case CONSENT_OLD -> consentOld(flow);
            case DAY_NEAR -> dayNear(flow);
            case WEEK_OVER -> weekOver(flow);
        };
    }

    /**
     * The morning after they did something, if the flow's condition holds by then. It is asked whenever something happens, so
     * nobody has to be searched for.
     */
    private Optional<Instant> conditionMet(Flow flow) {
        boolean holds =
                Entry.inTheWay(customer, flow, Optional.empty(), now).isEmpty() && isWanted(flow, Review.CONDITION_MET);
        return Rhythm.lastSign(customer).filter(sign -> holds).map(this::atTheHour);
    }

    /** A week after the last one, for who has not gone quiet by then: so nobody is looked at in a shop where nobody is. */
    private Optional<Instant> weekOver(Flow flow) {
        return Rhythm.lastSign(customer)
                .filter(sign -> isWanted(flow, Review.WEEK_OVER))
                .flatMap(sign -> Rhythm.nextWeek(customer, lastStart(flow), sign))
                .map(this::atTheHour);
    }

    private boolean isWanted(Flow flow, Review review) {
        Condition.Asked asked = new Condition.Asked(customer, Optional.empty(), store, Optional.empty(), now);
        return Triggers.of(flow, review.words()).refusal(asked).isEmpty();
    }

    /** Counted anew from each time that they were told. */
    private Optional<Instant> consentOld(Flow flow) {
        return customer.consent() instanceof Consent.Given given
                ? Optional.of(lastStart(flow).filter(given.at()::isBefore).orElse(given.at()))
                        .map(told -> atTheHour(told.plus(CONSENT_GOOD_FOR)))
                : Optional.empty();
    }

    /** Once for each silence. */
    private Optional<Instant> sinceLastSign(Flow flow, Duration away) {
        return Rhythm.lastSign(customer)
                .filter(sign -> lastStart(flow).filter(sign::isBefore).isEmpty())
                .map(sign -> atTheHour(sign.plus(away)));
    }

    /** Not before they had a month to come back when they were asked to, however late that was. */
    private Optional<Instant> longSilent(Flow flow) {
        Optional<Instant> asked = flows.reviewed().stream()
                .filter(other -> other.review() == Review.GONE_QUIET)
                .flatMap(other -> lastStart(other.flow()).stream())
                .max(Comparator.naturalOrder())
                .map(start -> atTheHour(start.plus(NEARLY_A_MONTH)));
        return sinceLastSign(flow, Rhythm.silent(customer))
                .map(at -> asked.filter(at::isBefore).orElse(at));
    }

    /** Once for each purchase. */
    private Optional<Instant> orderExpected(Flow flow) {
        Optional<Instant> last = Rhythm.orders(customer).stream()
                .map(OrderState::placedAt)
                .max(Comparator.naturalOrder())
                .filter(bought -> lastStart(flow).filter(bought::isBefore).isEmpty());
        return last.flatMap(bought -> Rhythm.gap(customer)
                .filter(gap -> gap.compareTo(REFILL_MIN) >= 0 && gap.compareTo(Rhythm.QUIET_MAX) <= 0)
                .map(gap -> atTheHour(bought.plus(gap).minus(BEFORE_NEEDED))));
    }

    /** Each of their days that its first wait names, once. */
    private List<Due> days(Flow flow, Review review) {
        List<Due> all = new ArrayList<>();
        Optional<Until.Anniversary> wait = flow.steps().stream()
                .flatMap(step -> step instanceof Step.Wait(Until.Anniversary date) ? Stream.of(date) : Stream.empty())
                .findFirst();
        for (About.TheDay day : wait.map(new Days(customer, zone(), now)::next).orElse(List.of())) {
            Entry.Subject subject = new Entry.Subject(key(day), day);
            boolean wasThere = customer.started().stream()
                    .anyMatch(started ->
                            started.flow().equals(flow.name()) && started.key().equals(subject.key()));
            if (!wasThere) {
                all.add(new Due(
                        flow,
                        review,
                        mornings().before(day.on().plusDays(wait.orElseThrow().days())),
                        subject,
                        false));
            }
        }
        return all;
    }

    /** A day that the store corrects is still this year's. Its name is nobody's business, so the key does not tell it. */
    private String key(About.TheDay day) {
        return customer.id() + "/" + Fingerprint.of("day", day.name()) + "/"
                + (day.name().equals(Days.POINTS_EXPIRE)
                        ? day.on().toString()
                        : String.valueOf(day.on().getYear()));
    }

    /** A day before the date that its first letter waits for. */
    private Optional<Instant> dayNear(Flow flow) {
        if (lastStart(flow)
                .filter(start -> start.plus(NEARLY_A_YEAR).isAfter(now))
                .isPresent()) {
            return Optional.empty();
        }
        return flow.steps().stream()
                .flatMap(step -> step instanceof Step.Wait(Until.Anniversary date)
                        ? Optional.ofNullable(customer.profile().dates().get(date.name()))
                                .map(day -> mornings().before(day, date.days()))
                                .stream()
                        : Stream.empty())
                .findFirst();
    }

    private Optional<Instant> lastStart(Flow flow) {
        return customer.started().stream()
                .filter(started -> started.flow().equals(flow.name()))
                .map(Started::at)
                .max(Comparator.naturalOrder());
    }

    private Instant atTheHour(Instant from) {
        return mornings().from(from);
    }

    private Mornings mornings() {
        return new Mornings(zone(), now);
    }

    private ZoneId zone() {
        return customer.profile().zoneOr(store.zone());
    }
}
