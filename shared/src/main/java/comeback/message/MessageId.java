package comeback.message;

import comeback.customer.Fingerprint;
import comeback.customer.Sent;
import comeback.store.StoreId;
import java.util.regex.Pattern;

/**
 * Names a message by what it is for, so that the same message can never be born twice.
 *
 * @param value 26 characters of a-z and 2-7; stands in SES tags as it is
 */
public record MessageId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{26}");

    public MessageId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a message id is 26 of a-z and 2-7");
        }
    }

    /**
     * The message that this flow sends at this step for this key (an order, a cart, a customer).
     *
     * @param run the how manieth time the flow runs for that key: what goes once a run may go again in the next
     */
    public static MessageId of(StoreId store, String flow, String key, int run, String step) {
        return run == 1
                ? of(store, flow, key, step)
                : new MessageId(Fingerprint.of("message", store.value(), flow, key, step, "run " + run));
    }

    /** The same in a first run. */
    public static MessageId of(StoreId store, String flow, String key, String step) {
        return new MessageId(Fingerprint.of("message", store.value(), flow, key, step));
    }

    /** Enough to tell a customer's recent messages apart. */
    public String mark() {
        return value.substring(0, Sent.MARK_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
