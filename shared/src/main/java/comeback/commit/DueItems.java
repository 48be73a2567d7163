package comeback.commit;

import comeback.customer.CustomerId;
import comeback.message.MessageId;
import comeback.store.StoreId;
import comeback.wave.WaveId;
import java.time.Instant;
import java.util.List;

/** Everything that waits for a time: what the sweeper goes through. */
public interface DueItems {
    /** Into how many parts the waiting things are divided, so that no part of the index runs hot. */
    int PARTITIONS = 8;

    /**
     * What was due before a time, earliest first.
     *
     * @param partition 0 to {@value #PARTITIONS} - 1
     * @param limit a page's size
     */
    List<DueItem> before(int partition, Instant time, int limit);

    /** One waiting thing. */
    sealed interface DueItem {
        /**
         * A customer whose alarm should have come.
         *
         * @param store whose
         * @param id which
         */
        record OfCustomer(StoreId store, CustomerId id) implements DueItem {}

        /**
         * A message that should have been sent or settled.
         *
         * @param store whose
         * @param id which
         */
        record OfMessage(StoreId store, MessageId id) implements DueItem {}

        /**
         * A wave that should have moved on.
         *
         * @param store whose
         * @param id which
         */
        record OfWave(StoreId store, WaveId id) implements DueItem {}
    }
}
