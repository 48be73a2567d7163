package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.event.StoreEvent;
import comeback.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a flow file asks before it goes on: "$customer.orders.count == 0". Same question, same answer. */
public interface Condition {
    /** As it stands in the flow file. */
    String text();

    /** Whether it asks about what has just happened: later nobody can tell any more. */
    boolean isAboutEvent();

    /** Whether it holds, and why. What is not known never holds, and never throws. */
    Answer about(Asked asked);

    /**
     * What is asked about.
     *
     * @param customer who, with what happened folded in
     * @param event what happened just now; absent when only time has passed
     * @param store whose customer
     * @param journey which is on its way; absent before it begins
     * @param now what time it is
     */
    record Asked(Customer customer, Optional<StoreEvent> event, Store store, Optional<Journey> journey, Instant now) {}

    /**
     * What came out.
     *
     * @param holds whether it may go on
     * @param seen every value that was looked at
     * @param decisive the parts of the condition that made it so, as they stand in the flow file
     */
    record Answer(boolean holds, List<Seen> seen, List<String> decisive) {
        public Answer {
            seen = List.copyOf(seen);
            decisive = List.copyOf(decisive);
        }

        /** "$customer.orders.count is 2 and $cart.value is not known". */
        public String inWords() {
            return seen.stream().map(Seen::inWords).distinct().collect(Collectors.joining(" and "));
        }
    }

    /**
     * A value that was looked at.
     *
     * @param name as it stands in the condition: "$customer.orders.count"
     * @param value as it reads in a sentence; "not known" when it is not
     */
    record Seen(String name, String value) {
        public String inWords() {
            return name + " is " + value;
        }
    }
}
