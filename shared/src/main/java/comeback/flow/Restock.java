package comeback.flow;

import comeback.catalogue.Wish;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.Sent;
import comeback.flow.Reason.Verdict;
import comeback.message.Ruling;
import comeback.store.Store;
import comeback.wave.WaveId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which flows begin because something that the customer waits for is there. Nobody gets two such letters within a day: what
 * comes back meanwhile is collected, and told in one.
 */
final class Restock {
    static final Duration DIGEST = Duration.ofHours(24);

    private Restock() {}

    static Customer start(
            Customer customer, Input.StockArrived arrived, Store store, Flows flows, Trail trail, Instant now) {
        Customer next = customer;
        for (Flow flow : flows.all()) {
            if (!flow.startsOn().contains(Input.StockArrived.NAME)
                    || store.flowsOff().contains(flow.name())) {
                continue;
            }
            Optional<Ruling> refusal = Entry.reasonNotToPromote(next, flow);
            if (refusal.isPresent()) {
                trail.say(flow.name(), Verdict.NOT_STARTED, refusal.get());
                continue;
            }
            trail.say(flow, Verdict.STARTED, "because something that the customer asked for is there again");
            Optional<Customer> collected = collected(next, flow, arrived.wish());
            next = collected.isPresent() ? collected.get() : begun(next, store, flow, arrived, now);
        }
        return next;
    }

    /** Into the letter that already waits. */
    private static Optional<Customer> collected(Customer customer, Flow flow, Wish wish) {
        List<Journey> journeys = new ArrayList<>(customer.journeys());
        for (int i = 0; i < journeys.size(); i++) {
            Journey journey = journeys.get(i);
            if (journey.flow().equals(flow.name())
                    && journey.about() instanceof About.TheGoods goods
                    && goods.wishes().size() < About.TheGoods.WISHES_MAX) {
                journeys.set(i, journey.about(goods.with(wish)));
                return Optional.of(customer.withJourneys(journeys));
            }
        }
        return Optional.empty();
    }

    private static Customer begun(Customer customer, Store store, Flow flow, Input.StockArrived arrived, Instant now) {
        Wish wish = arrived.wish();
        // Person and wave are part of the key: who hears of it, misses it and waits on may hear of it once more.
        String key = WaveId.of(wish.wanted()) + "/" + arrived.id();
        Customer with = Entry.begin(
                customer,
                flow,
                new Entry.Subject(key, new About.TheGoods(List.of(wish), true)),
                true,
                new Entry.Origin(arrived.at(), Withheld.isHeldOut(customer, store, flow), Optional.empty()),
                now);
        Optional<Instant> until = lastTold(customer, flow)
                .map(told -> told.plus(DIGEST).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1)))
                .filter(now::isBefore);
        if (until.isEmpty()) {
            return with;
        }
        List<Journey> journeys = new ArrayList<>(with.journeys());
        journeys.set(journeys.size() - 1, journeys.getLast().heldUntil(until.get()));
        return with.withJourneys(journeys);
    }

    private static Optional<Instant> lastTold(Customer customer, Flow flow) {
        return customer.recentMails().sent().stream()
                .filter(mail -> mail.flow().equals(flow.name()))
                .map(Sent::at)
                .max(Comparator.naturalOrder());
    }
}
