package comeback.commit;

import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.StoreId;
import comeback.wave.WaveId;
import java.time.Instant;
import java.util.List;

/** Everything that waits for a time. */
public interface DueItems {
    /** Into how many parts each queue is divided, so that no part of the index runs hot. */
    int PARTITIONS = 8;

    /**
     * What was due before a time, earliest first.
     *
     * @param partition 0 to {@value #PARTITIONS} - 1
     * @param limit a page's size
     */
    List<DueItem> before(Queue queue, int partition, Instant time, int limit);

    /** What waits apart, so that however long one queue is, another is seen from its beginning. */
    enum Queue {
        /** Customers with an alarm, and messages of which nobody has said whether SES took them. */
        TO_LOOK_AFTER,
        /** Customers on the way in no flow, at whom the night looks; shops whose orders it counts. */
        REVIEWS,
        /** Messages to be sent that an order waits for. */
        RECEIPTS,
        /** All other messages to be sent. */
        OTHERS;

        /** Where a customer stands who is to be looked at. */
        public static Queue of(Customer customer) {
            return customer.journeys().isEmpty() ? REVIEWS : TO_LOOK_AFTER;
        }

        /** Where an unresolved message stands. */
        public static Queue of(Message message, MessageState state) {
            if (!(state instanceof MessageState.Due)) {
                return TO_LOOK_AFTER;
            }
            return message.messageClass() == MessageClass.TRANSACTIONAL ? RECEIPTS : OTHERS;
        }
    }

    /**
     * Messages that a person should look at, the longest flagged first.
     *
     * @param limit a page's size
     */
    List<DueItem> flagged(int limit);

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

        /**
         * A shop some of whose orders are not counted yet.
         *
         * @param store which
         */
        record OfBestsellers(StoreId store) implements DueItem {}
    }
}
