package comeback.simulation.oracle;

import comeback.catalogue.Wanted;
import comeback.commit.LogEntry;
import comeback.commit.Slot;
import comeback.commit.TablePorts;
import comeback.commit.Timelines;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.customer.Ref;
import comeback.message.Message;
import comeback.simulation.edge.Seam;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Shopper;
import comeback.store.StoreId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What must be left of somebody who was forgotten: nothing but that they were, wherever the outside knew them. */
final class ErasureRules {
    private static final int PAGE = Timelines.PAGE_MAX;
    private static final int WAITING_MAX = 1_000;

    private final Oracle oracle;
    private final Seam seam;
    private final TablePorts table;

    ErasureRules(Oracle oracle, Seam seam) {
        this.oracle = oracle;
        this.seam = seam;
        this.table = seam.truth();
    }

    /** Judges when all has been well for a week. */
    void judge(Ledger ledger) {
        Shopper shopper = ledger.shopper;
        StoreId store = shopper.store().id();
        Set<CustomerId> places = new HashSet<>(shopper.places());
        ledger.told.stream()
                .flatMap(act -> act.what().ofOrder().stream())
                .map(order -> CustomerId.of(Ref.token("order:" + order)))
                .forEach(places::add);
        places.forEach(place -> place(ledger, store, place));
        for (Message message : ledger.born) {
            if (table.messages().find(store, message.id()).isPresent()) {
                left(ledger, "the letter " + message.flow() + "/" + message.name());
            }
        }
        for (Act act : ledger.told) {
            boolean isKept = act.what() instanceof Act.What.Buys(var order, var p, var c)
                    && table.orders().find(store, new OrderId(order)).isPresent();
            boolean isWaiting = act.what() instanceof Act.What.AsksFor(var product) && waits(store, product, places);
            if (isKept || isWaiting) {
                left(ledger, act.what().toString());
            }
        }
        seam.remains().apply(shopper.firstName()).forEach(item -> left(ledger, "their name in " + item));
    }

    /** A browser of which nobody knows whose it was may keep its cart and its no; nothing else is kept anywhere. */
    private void place(Ledger ledger, StoreId store, CustomerId place) {
        Slot slot = table.customers().follow(store, place).slot();
        switch (slot) {
            case Slot.Here here when isKnown(here.customer()) -> left(ledger, "who they are");
            case Slot.Here stranger -> {}
            case Slot.Gone gone when gone.stone().doneAt().isEmpty() -> left(ledger, "work to do");
            case Slot.Gone gone -> {}
            case Slot.Nobody nobody -> {}
            case Slot.Moved moved -> throw new IllegalStateException("signs were followed to a sign");
        }
        boolean isStrangers = slot instanceof Slot.Here here && !isKnown(here.customer());
        Set<String> lines = lines(store, place);
        ledger.told.stream()
                .filter(act -> !act.what().touchesCart())
                .filter(act -> !(isStrangers && act.what() instanceof Act.What.Unsubscribes))
                .map(ledger.shopper::line)
                .filter(lines::contains)
                .forEach(line -> left(ledger, "the line " + line));
    }

    private static boolean isKnown(Customer customer) {
        return customer.identity().email().isPresent()
                || customer.identity().has(Ref.Kind.USER)
                || customer.profile().firstName().isPresent();
    }

    private Set<String> lines(StoreId store, CustomerId place) {
        Set<String> lines = new HashSet<>();
        Optional<Timelines.Place> before = Optional.empty();
        do {
            Timelines.Page page = table.timelines().page(store, Customer.unknown(place), before, PAGE);
            page.lines().stream().map(LogEntry::id).forEach(lines::add);
            before = page.next();
        } while (before.isPresent());
        return lines;
    }

    private boolean waits(StoreId store, String product, Set<CustomerId> places) {
        return seam.waiting().first(store, new Wanted(product, product), WAITING_MAX).stream()
                .anyMatch(waiter -> places.contains(waiter.customer()));
    }

    private void left(Ledger ledger, String what) {
        oracle.broken(Rule.NOTHING_LEFT, ledger.shopper, ledger.shopper.name() + ": there is still " + what);
    }
}
