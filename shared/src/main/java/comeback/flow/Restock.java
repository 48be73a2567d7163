package comeback.flow;

import comeback.catalogue.News;
import comeback.catalogue.Wanted;
import comeback.catalogue.Wish;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.Fingerprint;
import comeback.customer.Journey;
import comeback.customer.Sent;
import comeback.customer.Started;
import comeback.flow.Reason.Verdict;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which flows begin because there is something to tell of a thing that the customer waits for, or saw. Nobody gets two
 * letters within a day that something is back: what comes back meanwhile is collected, and told in one.
 */
final class Restock {
    static final Duration DIGEST = Duration.ofHours(24);

    private Restock() {}

    static Customer start(
            Customer customer, Input.StockArrived arrived, Store store, Flows flows, Trail trail, Instant now) {
        Customer next = customer;
        for (Flow flow : flows.startedBy(arrived.name())) {
            if (store.flowsOff().contains(flow.name())) {
                continue;
            }
            Optional<Ruling> refusal = refusal(next, flow, arrived, now);
            if (refusal.isPresent()) {
                trail.say(flow.name(), Verdict.NOT_STARTED, refusal.get());
                continue;
            }
            trail.say(flow, Verdict.STARTED, why(arrived.what()));
            Optional<Customer> collected =
                    arrived.what() == News.BACK ? collected(next, flow, arrived, now) : Optional.empty();
            next = collected.isPresent() ? collected.get() : begun(next, store, flow, arrived, now);
        }
        return next;
    }

    private static String why(News what) {
        return switch (what) {
            case BACK -> "because something that the customer asked for is there again";
            case CHEAPER -> "because something costs less than the customer saw";
            case FEW_LEFT -> "because only a few are left of something that the customer kept for later";
        };
    }

    private static Optional<Ruling> refusal(Customer customer, Flow flow, Input.StockArrived arrived, Instant now) {
        Optional<Started> earlier = told(customer, flow, arrived.wish().wanted(), now);
        if (earlier.isPresent()) {
            return Optional.of(Rulings.again(flow, earlier.get()));
        }
        return arrived.what() == News.FEW_LEFT && !isKept(customer, arrived)
                ? Optional.of(new Ruling(
                        "kept",
                        "no",
                        "it lies in no cart of theirs and on no wish list",
                        "It would have started, had the customer kept it for later."))
                : Entry.reasonNotToPromote(customer, flow);
    }

    private static boolean isKept(Customer customer, Input.StockArrived arrived) {
        return arrived.isWished()
                || customer.shopping().cart().stream()
                        .flatMap(cart -> cart.lines().stream())
                        .anyMatch(line ->
                                line.productId().equals(arrived.wish().line().productId()));
    }

    /** That they heard of this product too short a while ago. */
    private static Optional<Started> told(Customer customer, Flow flow, Wanted wanted, Instant now) {
        return flow.again() instanceof Flow.Again.After(Duration rest)
                ? customer.started().stream()
                        .filter(started -> started.flow().equals(flow.name()))
                        .filter(started -> started.key().startsWith(mark(wanted)))
                        .filter(started -> started.at().plus(rest).isAfter(now))
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    /** Into the letter that already waits. It is remembered as a start of its own: they had their answer. */
    private static Optional<Customer> collected(Customer customer, Flow flow, Input.StockArrived arrived, Instant now) {
        Wish wish = arrived.wish();
        List<Journey> journeys = new ArrayList<>(customer.journeys());
        for (int i = 0; i < journeys.size(); i++) {
            Journey journey = journeys.get(i);
            if (journey.flow().equals(flow.name())
                    && journey.about() instanceof About.TheGoods goods
                    && goods.wishes().size() < About.TheGoods.WISHES_MAX) {
                journeys.set(i, journey.about(goods.with(wish)));
                return Optional.of(customer.withJourneys(journeys)
                        .withStarted(new Started(flow.name(), Told.mark(wish.wanted()) + arrived.id(), now)));
            }
        }
        return Optional.empty();
    }

    private static Customer begun(Customer customer, Store store, Flow flow, Input.StockArrived arrived, Instant now) {
        Wish wish = arrived.wish();
        // Person and wave are part of the key: who hears of it, misses it and waits on may hear of it once more.
        String key = (arrived.what() == News.BACK ? Told.mark(wish.wanted()) : mark(wish.wanted())) + arrived.id();
        Customer with = Entry.begin(
                customer,
                flow,
                new Entry.Subject(key, new About.TheGoods(List.of(wish), Optional.of(arrived.what()))),
                true,
                new Entry.Origin(arrived.at(), Withheld.draw(customer, store, flow), Optional.empty()),
                now);
        Optional<Instant> until = lastTold(customer, flow)
                .filter(told -> arrived.what() == News.BACK)
                .map(told -> told.plus(DIGEST).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1)))
                .filter(now::isBefore);
        if (until.isEmpty()) {
            return with;
        }
        List<Journey> journeys = new ArrayList<>(with.journeys());
        journeys.set(journeys.size() - 1, journeys.getLast().heldUntil(until.get()));
        return with.withJourneys(journeys);
    }

    /** How the keys of all journeys about a product begin, whichever variant they are of. */
    private static String mark(Wanted wanted) {
        return Fingerprint.of("product", wanted.productId()) + "/";
    }

    private static Optional<Instant> lastTold(Customer customer, Flow flow) {
        return customer.recentMails().sent().stream()
                .filter(mail -> mail.flow().equals(flow.name()))
                .map(Sent::at)
                .max(Comparator.naturalOrder());
    }
}
