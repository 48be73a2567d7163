package comeback.commit;

import comeback.customer.CustomerId;
import comeback.customer.Seen;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who saw what, of those who may be told when it costs less or runs low. */
public interface Sightings {
    /** A price that was seen longer ago is none that anybody remembers. */
    Duration KEPT_FOR = Duration.ofDays(60);

    /** Nobody saw anything. */
    Sightings NONE = new Sightings() {
        @Override
        public void note(StoreId store, CustomerId customer, Seen seen) {}

        @Override
        public List<Waiter> page(StoreId store, String productId, Optional<CustomerId> after, int limit) {
            return List.of();
        }
    };

    /** Remembers it; what was seen later stays as it is. */
    void note(StoreId store, CustomerId customer, Seen seen);

    /**
     * Those who saw a product, always in the same order.
     *
     * @param productId the shop's
     * @param after whom the page begins; absent for the first page
     * @param limit at most this many; fewer means that there are no more
     */
    List<Waiter> page(StoreId store, String productId, Optional<CustomerId> after, int limit);
}
