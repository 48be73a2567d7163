package comeback.commit;

import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.event.StoreEvent;
import comeback.store.KeyClass;
import comeback.store.StoreId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom an event is about, and who turns out to be the same person by it.
 *
 * <p>A customer lies at the place of their strongest name (user id, then e-mail, then anonymous id); the places of their
 * other names hold signs. So an event whose names are all known costs one read. A name that is new to the customer is
 * looked up: nobody there, it becomes a sign; somebody there, the two are one.
 *
 * @param customer the one person, with all that was known of any of them
 * @param moved those whose place becomes a sign
 * @param names places that become signs
 * @param addressIsAnothers whether the address that came along belongs to somebody else's account
 */
record Household(Customer customer, List<Commit.Merged> moved, Set<CustomerId> names, boolean addressIsAnothers) {
    /** A customer by themselves. */
    static Household of(Customer customer) {
        return new Household(customer, List.of(), Set.of(), false);
    }

    /** Nobody when the event is older than that somebody of it was forgotten: it brings nobody back. */
    static Optional<Household> resolve(Customers customers, StoreId store, StoreEvent event) {
        Optional<Customer> first =
                person(customers.follow(store, CustomerId.of(event.refs().getFirst())), event);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Customer main = first.get();
        boolean hasAccount =
                main.identity().has(Ref.Kind.USER) || event.refs().getFirst().kind() == Ref.Kind.USER;
        List<Commit.Merged> moved = new ArrayList<>();
        Set<CustomerId> names = new LinkedHashSet<>();
        boolean addressIsAnothers = false;
        for (Ref ref : event.refsOf(main)) {
            CustomerId place = CustomerId.of(ref);
            if (place.equals(main.id()) || main.identity().isKnownAs(ref)) {
                continue;
            }
            Customers.Found found = customers.follow(store, place);
            if (found.slot() instanceof Slot.Gone && isOfABrowser(ref)) {
                // It changes hands; only where the forgotten one has no other place, the stone stays.
                if (!found.place().equals(place)) {
                    names.add(place);
                }
                continue;
            }
            Optional<Customer> person = person(found, event);
            if (person.isEmpty()) {
                return Optional.empty();
            }
            Customer other = person.get();
            boolean isFree = other.version() == 0;
            if (!isFree && other.id().equals(main.id())) {
                continue;
            }
            if (moved.stream().anyMatch(merged -> merged.id().equals(other.id()))) {
                // Joined a moment ago by another name; this one's sign may lead there directly.
                names.add(place);
                continue;
            }
            if (!isFree && !areOne(hasAccount, other, ref, event.keyClass())) {
                // A browser changes hands; an address stays with the account that has it.
                if (ref.kind() == Ref.Kind.EMAIL) {
                    addressIsAnothers = true;
                } else {
                    names.add(place);
                }
            } else if (isFree) {
                names.add(place);
            } else {
                main = main.merge(other);
                moved.add(new Commit.Merged(other.id(), other.version()));
                if (!other.id().equals(place)) {
                    names.add(place);
                }
            }
        }
        return Optional.of(new Household(main, moved, names, addressIsAnothers));
    }

    private static boolean isOfABrowser(Ref ref) {
        return switch (ref.kind()) {
            case ANONYMOUS, TOKEN -> true;
            case USER, EMAIL -> false;
        };
    }

    /** Who lies there; nobody when they were forgotten since the event, or are being forgotten. */
    private static Optional<Customer> person(Customers.Found found, StoreEvent event) {
        return switch (found.slot()) {
            case Slot.Here here -> Optional.of(here.customer());
            case Slot.Nobody nobody -> Optional.of(Customer.unknown(found.place()));
            case Slot.Gone gone ->
                gone.stone()
                        .doneAt()
                        .filter(done -> event.occurredAt().isAfter(done) && !event.isHistory())
                        .map(gone.stone()::again);
            case Slot.Moved moved -> throw new IllegalStateException("signs were followed to a sign");
        };
    }

    /**
     * Whether a shared name makes two customers one. An address is one inbox, so it does. A browser is not one person:
     * when both have an account, it has only changed hands, and from now on stands for the one who uses it. And nobody can
     * make a stranger's account theirs by typing the stranger's address where a public key is enough.
     */
    private static boolean areOne(boolean hasAccount, Customer other, Ref shared, KeyClass keyClass) {
        boolean bothHaveAccounts = hasAccount && other.identity().has(Ref.Kind.USER);
        return switch (shared.kind()) {
            case USER -> true;
            case EMAIL -> !bothHaveAccounts || keyClass == KeyClass.SECRET;
            case ANONYMOUS, TOKEN -> !bothHaveAccounts;
        };
    }
}
