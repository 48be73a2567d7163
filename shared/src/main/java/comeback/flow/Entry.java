package comeback.flow;

import comeback.catalogue.Wanted;
import comeback.catalogue.Wish;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.OrderId;
import comeback.customer.Started;
import comeback.event.Event;
import comeback.event.Event.CartEvent;
import comeback.event.LoyaltyEvent;
import comeback.event.OrderEvent;
import comeback.event.StockRequestEvent;
import comeback.event.StoreEvent;
import comeback.flow.Flow.Again;
import comeback.flow.Reason.Verdict;
import comeback.message.MessageClass;
import comeback.message.Ruling;
import comeback.store.KeyClass;
import comeback.store.Store;
import comeback.wave.WaveId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which flows an event starts. */
final class Entry {
    /** Anyone can make us ask anyone whether a request is theirs, but not often. */
    static final int ASKED_MAX = 3;

    private static final Duration ASKED_WITHIN = Duration.ofDays(1);

    private Entry() {}

    /**
     * Begins them.
     *
     * @param before the customer as they were until the event: it tells what the event is news of
     */
    static Customer start(
            Customer before, Customer customer, StoreEvent event, Store store, Flows flows, Trail trail, Instant now) {
        Customer next = customer;
        // Or a lower one would begin, and be ended by the higher one that the same event begins.
        for (Flow flow : flows.startedBy(event.name())) {
            if (store.flowsOff().contains(flow.name())) {
                continue;
            }
            Triggers triggers = Triggers.of(flow, event.name());
            Optional<Subject> subject = subject(before, next, flow, event, now);
            if (subject.isEmpty()) {
                sayNothingToRunFor(flow, event.event(), trail);
                continue;
            }
            if (next.journey(flow.name(), subject.get().key()).isPresent()) {
                continue;
            }
            Customer seen = next;
            Condition.Asked asked = new Condition.Asked(next, Optional.of(event), store, Optional.empty(), now);
            Optional<Ruling> refusal = Rungs.above(flow, next, flows)
                    .map(Rulings::higherRung)
                    .or(() -> refusal(before, seen, flow, subject.get(), event, now))
                    .or(() -> triggers.refusal(asked));
            if (refusal.isPresent()) {
                trail.say(flow.name(), Verdict.NOT_STARTED, refusal.get());
            } else {
                Withheld.Draw draw = Withheld.draw(next, store, flow);
                trail.say(flow, Verdict.STARTED, "because of " + event.name() + triggers.reason(asked) + draw.words());
                next = withJourney(Rungs.endLower(next, flow, flows, trail), flow, subject.get(), event, draw, now);
            }
        }
        return next;
    }

    /** What a journey would run for. */
    record Subject(String key, About about) {}

    private static Optional<Subject> subject(
            Customer before, Customer customer, Flow flow, StoreEvent reported, Instant now) {
        Event event = reported.event();
        return switch (flow.runsFor()) {
            case CUSTOMER -> Optional.of(new Subject(customer.id().value(), new About.TheCustomer()));
            case CART -> customer.shopping().cart().map(cart -> new Subject(cart.id(), new About.TheCart(cart.id())));
            case ORDER -> orderOf(event).map(id -> new Subject(id.value(), new About.TheOrder(id)));
            case SHIPMENT ->
                event instanceof Event.OrderShipped shipped
                        ? Optional.of(new Subject(
                                shipped.shipment().orderId() + "/"
                                        + shipped.shipment().id(),
                                new About.TheShipment(shipped.shipment())))
                        : changed(before, customer, event);
            case CHANGE -> changed(before, customer, event);
            // The night finds them.
            case DAY -> Optional.empty();
            case RECEIPT ->
                event instanceof OrderEvent order
                        ? OrderNews.money(before, order)
                                .map(change -> new Subject(
                                        order.orderId() + "/" + change.key(),
                                        new About.TheChange(order.orderId(), change)))
                        : Optional.empty();
            case PRODUCT ->
                event instanceof StockRequestEvent request
                        ? Optional.of(new Subject(
                                customer.id() + "/" + WaveId.of(Wanted.of(request.line())) + dayOf(reported),
                                new About.TheGoods(List.of(new Wish(request.line(), now)))))
                        : Optional.empty();
        };
    }

    private static Optional<Subject> changed(Customer before, Customer customer, Event event) {
        return event instanceof OrderEvent order
                ? OrderNews.change(before, customer, order)
                        .map(change -> new Subject(
                                order.orderId() + "/" + change.key(), new About.TheChange(order.orderId(), change)))
                : Optional.empty();
    }

    /** Who overlooks the question whether a request is theirs may ask once more, but is not asked twice a day. */
    private static String dayOf(StoreEvent reported) {
        return reported.keyClass() == KeyClass.PUBLIC
                ? "/" + reported.receivedAt().truncatedTo(ChronoUnit.DAYS).getEpochSecond()
                : "";
    }

    static Optional<OrderId> orderOf(Event event) {
        return event instanceof OrderEvent order ? Optional.of(order.orderId()) : Optional.empty();
    }

    private static void sayNothingToRunFor(Flow flow, Event event, Trail trail) {
        if (event instanceof CartEvent) {
            trail.say(flow.name(), Verdict.NOT_STARTED, Rulings.noCart());
        }
        if (event instanceof OrderEvent order) {
            trail.say(flow.name(), Verdict.NOT_STARTED, Rulings.noNews(order.orderId()));
        }
    }

    private static Optional<Ruling> refusal(
            Customer before, Customer customer, Flow flow, Subject subject, StoreEvent event, Instant now) {
        if (event.isHistory()) {
            return Optional.of(Rulings.history());
        }
        Duration age = Duration.between(happenedAt(customer, flow, event), now);
        if (age.compareTo(flow.maxEventAge()) > 0) {
            return Optional.of(Rulings.age(flow, age));
        }
        boolean isTheShops = flow.messageClass() == MessageClass.TRANSACTIONAL || event.event() instanceof LoyaltyEvent;
        if (isTheShops && event.keyClass() == KeyClass.PUBLIC) {
            return Optional.of(Rulings.keyClass());
        }
        if (flow.runsFor() == Flow.RunsFor.PRODUCT
                && event.keyClass() == KeyClass.PUBLIC
                && mailsOf(customer, flow, now.minus(ASKED_WITHIN)) >= ASKED_MAX) {
            return Optional.of(Rulings.askedEnough(ASKED_MAX));
        }
        Optional<Started> earlier = inTheWay(customer, flow, Optional.of(subject.key()), now);
        if (earlier.isPresent()) {
            return Optional.of(Rulings.again(flow, earlier.get()));
        }
        Optional<Ruling> contradiction = event.event() instanceof OrderEvent order
                ? OrderNews.contradiction(before, customer, order)
                : Optional.empty();
        return contradiction.or(() -> reasonNotToPromote(customer, flow));
    }

    private static long mailsOf(Customer customer, Flow flow, Instant since) {
        return customer.recentMails().sent().stream()
                .filter(mail -> mail.flow().equals(flow.name()) && mail.at().isAfter(since))
                .count();
    }

    /** A cart flow that starts because someone became known is as old as what they did to the cart. */
    private static Instant happenedAt(Customer customer, Flow flow, StoreEvent event) {
        return flow.runsFor() == Flow.RunsFor.CART
                ? customer.shopping().cart().map(Cart::lastActivityAt).orElse(event.occurredAt())
                : event.occurredAt();
    }

    /**
     * The earlier run that keeps the flow from beginning now.
     *
     * @param key what it would run for; absent when that is not known yet
     */
    static Optional<Started> inTheWay(Customer customer, Flow flow, Optional<String> key, Instant now) {
        return customer.started().stream()
                .filter(started -> started.flow().equals(flow.name()))
                .filter(started -> switch (flow.again()) {
                    case Again.Never never -> true;
                    case Again.ForAnother another -> key.equals(Optional.of(started.key()));
                    case Again.After after -> started.at().plus(after.rest()).isAfter(now);
                })
                .reduce((earlier, later) -> later);
    }

    static Optional<Ruling> reasonNotToPromote(Customer customer, Flow flow) {
        if (flow.messageClass() != MessageClass.MARKETING) {
            return Optional.empty();
        }
        if (flow.runsFor() == Flow.RunsFor.CART && Births.cartAddress(customer).isEmpty()) {
            return Optional.of(Rulings.noAddress());
        }
        boolean hasOtherWords = flow.steps().stream()
                .anyMatch(step ->
                        step instanceof Step.Send send && send.withoutConsent().isPresent());
        return customer.consent() instanceof Consent.Withdrawn withdrawn && !hasOtherWords
                ? Optional.of(Rulings.unsubscribed(withdrawn))
                : Optional.empty();
    }

    private static Customer withJourney(
            Customer customer, Flow flow, Subject subject, StoreEvent event, Withheld.Draw draw, Instant now) {
        boolean isTrusted = event.keyClass() == KeyClass.SECRET;
        Instant happenedAt = happenedAt(customer, flow, event);
        return begin(customer, flow, subject, isTrusted, new Origin(happenedAt, draw, orderOf(event.event())), now);
    }

    /**
     * Where a journey comes from.
     *
     * @param happenedAt when that happened which starts it
     * @param draw whether the customer is in the flow's holdout, and what else they drew
     * @param order that it began with, if it was about one
     */
    record Origin(Instant happenedAt, Withheld.Draw draw, Optional<OrderId> order) {}

    /** Puts a journey at the beginning of its flow, as the customer's last. */
    static Customer begin(
            Customer customer, Flow flow, Subject subject, boolean isTrusted, Origin origin, Instant now) {
        int run = run(customer, flow);
        Journey begun = Journey.begun(
                flow.name(),
                flow.version(),
                subject.key(),
                subject.about(),
                isTrusted,
                now,
                new Journey.Beginning(origin.happenedAt(), run, origin.draw().isHeldOut(), origin.order()));
        List<Journey> journeys = new ArrayList<>(customer.journeys());
        journeys.add(begun);
        return customer.withJourneys(journeys)
                .withStarted(new Started(
                        flow.name(),
                        subject.key(),
                        now,
                        run,
                        origin.draw().isHeldOut(),
                        origin.draw().lots()));
    }

    /** The run's number makes the letters of a second run other letters. */
    private static int run(Customer customer, Flow flow) {
        return switch (flow.again()) {
            case Again.Never never -> 1;
            case Again.ForAnother another -> 1;
            case Again.After after ->
                1
                        + customer.started().stream()
                                .filter(started -> started.flow().equals(flow.name()))
                                .mapToInt(Started::run)
                                .max()
                                .orElse(0);
        };
    }
}
