package comeback.commit;

import comeback.customer.Customer;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where messages are kept. They are born by {@link Customers#commit}. */
public interface Messages {
    /** The message as it is now; never an older state. */
    Optional<Message> find(StoreId store, MessageId id);

    /** Those of these that there are, by their ids; never an older state. */
    default Map<MessageId, Message> findAll(StoreId store, Set<MessageId> ids) {
        Map<MessageId, Message> found = new HashMap<>();
        ids.forEach(id -> find(store, id).ifPresent(message -> found.put(id, message)));
        return found;
    }

    /**
     * Takes a due message for one attempt and lets the customer remember it, both or neither: if nobody else has it and the
     * customer is still as seen. So of two messages that a cap has room for one of, one is taken.
     *
     * @param message as seen, with its customer's present place
     * @param next the customer who remembers it; their version is the one that was seen, their alarm stands as it stood
     */
    default Claim claim(Message message, Customer next, MessageState.Claimed claim) {
        return claim(message, next, claim, Optional.empty());
    }

    /** The same for a message that a coupon goes with: claimed and issued, or neither. */
    Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue);

    /** Changes the state, if it is still the one that was seen; false when it is not. */
    boolean change(Message seen, MessageState next);

    /** Keeps what SES told, unless something graver is known; false when it is. */
    boolean learn(StoreId store, MessageId id, Feedback feedback);

    /** Makes a due message come by the sender again, and by the sweeper not before the given time. */
    void touch(Message seen, Instant sweepAgainAt);

    /** What came of a claim. */
    enum Claim {
        TAKEN,
        /** Someone else has it, or it is resolved. */
        NOT_DUE,
        /** The customer changed, or the coupon cannot be issued as seen: look again. */
        CUSTOMER_CHANGED
    }
}
