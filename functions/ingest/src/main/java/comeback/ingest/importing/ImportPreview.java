package comeback.ingest.importing;

import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.FlowShelf;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flow.Upcoming;
import comeback.ingest.reading.Read;
import comeback.json.Tree;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says what an import would make of its people, and which flows the nights after it would begin for how many of them, by
 * deciding as it would be decided and keeping nothing. Of people who are imported already it says what will begin.
 */
public final class ImportPreview {
    /** What lies further ahead is counted together. */
    private static final Duration DAYS_TOLD = Duration.ofDays(30);

    private final Customers customers;
    private final FlowShelf flows;
    private final InstantSource clock;

    public ImportPreview(Customers customers, FlowShelf flows, InstantSource clock) {
        this.customers = customers;
        this.flows = flows;
        this.clock = clock;
    }

    /** Of these events, in their order. */
    public Map<String, Object> of(Store store, List<Read> reads) {
        Flows today = flows.today();
        TriedCustomers tried = new TriedCustomers(customers);
        CustomerDecisions decisions = new CustomerDecisions(
                tried, (shop, customer, at) -> {}, () -> today, clock, (shop, customer, input, decision) -> {});
        Set<CustomerId> places = new LinkedHashSet<>();
        for (Read read : reads) {
            StoreEvent event = read.event();
            decisions.happened(store, event, Map.of());
            places.add(CustomerId.of(event.refs().getFirst()));
        }
        Set<CustomerId> people = new LinkedHashSet<>();
        int reachable = 0;
        Map<String, Starts> byFlow = new TreeMap<>();
        Instant now = clock.instant();
        for (CustomerId place : places) {
            Customer customer = tried.at(store.id(), place);
            if (customer.version() == 0 || !people.add(customer.id())) {
                continue;
            }
            reachable += mayBeAdvertisedTo(customer) ? 1 : 0;
            for (Upcoming upcoming : Upcoming.of(customer, store, today, now)) {
                byFlow.computeIfAbsent(upcoming.flow(), flow -> new Starts(upcoming.mode()))
                        .add(upcoming, store, now);
            }
        }
        return new Tree()
                .with("people", people.size())
                .with("mayBeAdvertisedTo", reachable)
                .with(
                        "starts",
                        byFlow.entrySet().stream()
                                .map(flow -> flow.getValue().toMap(flow.getKey()))
                                .toList())
                .toMap();
    }

    private static boolean mayBeAdvertisedTo(Customer customer) {
        return customer.consent() instanceof Consent.Given
                && customer.identity()
                        .email()
                        .filter(to -> !customer.isSuppressed(to))
                        .isPresent();
    }

    /** How many a flow begins for, and when. */
    private static final class Starts {
        private final String mode;
        private final Map<String, Integer> byDay = new TreeMap<>();
        private int held;
        private int later;

        Starts(String mode) {
            this.mode = mode;
        }

        void add(Upcoming upcoming, Store store, Instant now) {
            if (upcoming.isHeld()) {
                held++;
            } else if (upcoming.at().isAfter(now.plus(DAYS_TOLD))) {
                later++;
            } else {
                Instant at = upcoming.at().isBefore(now) ? now : upcoming.at();
                byDay.merge(at.atZone(store.zone()).toLocalDate().toString(), 1, Integer::sum);
            }
        }

        Map<String, Object> toMap(String flow) {
            return new Tree()
                    .with("flow", flow)
                    .with("mode", mode)
                    .with("held", held)
                    .with("byDay", byDay)
                    .with("later", later)
                    .toMap();
        }
    }
}
