package comeback.count;

import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Lot;
import comeback.customer.Started;
import comeback.report.Attribution;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trial;
import comeback.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how people count who take part in what is measured of flows. Each counts once, from the first time that the flow
 * began for them: until then nobody was treated otherwise, and whether it begins again follows from what it did.
 */
final class Parts {
    private Parts() {}

    /** Names somebody's part in a trial. */
    static String id(Trial trial, CustomerId customer) {
        return trial.text() + "#" + customer;
    }

    /**
     * How they count now. Who became part of somebody else counts on as they did; so does what is long over, of which orders
     * may be forgotten.
     */
    static List<Change> changes(
            Store store, Customer customer, Bringing.Purchases purchases, List<Counted> all, Instant now) {
        if (!customer.id().equals(purchases.customer())) {
            return List.of();
        }
        return purchases.trials().stream()
                .flatMap(trial -> part(store, customer, trial, all).stream()
                        .filter(part -> isFresh(part.start(), now))
                        .map(part -> new Change(
                                part.seen(),
                                Tally.of(
                                        part.start(), trial, customer.shopping().orders(), store.zone()),
                                Optional.of(part.start().at().plus(Counting.REMEMBERED_FOR)))))
                .toList();
    }

    private record Part(Started start, Counted seen) {}

    private static Optional<Part> part(Store store, Customer customer, Trial trial, List<Counted> all) {
        Subject subject = new Subject(store.id(), Kind.PART, id(trial, customer.id()));
        return all.stream()
                .filter(counted -> counted.subject().equals(subject))
                .flatMap(counted ->
                        start(customer, trial, counted, store.zone()).map(start -> new Part(start, counted)).stream())
                .findFirst();
    }

    /** The first one; of who was counted, the one with which they were. */
    private static Optional<Started> start(Customer customer, Trial trial, Counted counted, ZoneId zone) {
        return customer.started().stream()
                .filter(start -> start.flow().equals(trial.flow()))
                .filter(start -> start.lot(trial.name())
                        .filter(lot -> counted.version() == 0 || isCounted(start, trial, lot, counted, zone))
                        .isPresent())
                .min(Comparator.comparing(Started::at));
    }

    private static boolean isCounted(Started start, Trial trial, Lot lot, Counted counted, ZoneId zone) {
        return counted.tally().rows().containsKey(Row.ofTrial(trial, lot.arm(), LocalDate.ofInstant(start.at(), zone)));
    }

    private static boolean isFresh(Started start, Instant now) {
        return start.at().plus(Lot.WINDOW).plus(Attribution.SETTLED_AFTER).isAfter(now);
    }
}
