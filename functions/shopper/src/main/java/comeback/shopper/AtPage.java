package comeback.shopper;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.store.KeyClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody did at a page of ours, in the words in which a shop would have told it. */
final class AtPage {
    private AtPage() {}

    /**
     * Tells it.
     *
     * @param id the same for the same, so that it counts once
     */
    static StoreEvent did(Customer customer, String id, Event what, Instant now) {
        List<Ref> names = Stream.concat(
                        customer.identity().refs().stream(), customer.identity().email().map(Ref::email).stream())
                .toList();
        return new StoreEvent(
                id,
                "page",
                now,
                now,
                names,
                Optional.empty(),
                false,
                Profile.EMPTY,
                Consent.unknown(),
                KeyClass.SECRET,
                false,
                what);
    }
}
