package comeback.flow;

import comeback.message.MessageClass;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An automation, as its flow.yaml says.
 *
 * @param name the folder's name
 * @param version fingerprint of the file
 * @param messageClass of its letters, unless a step says otherwise
 * @param startsOn canonical event names
 * @param runsFor what one journey is for
 * @param again whether it may start again
 * @param steps in order
 * @param exits what ends it early, beside what ends every flow of its class
 * @param maxEventAge events that are older start nothing
 * @param withoutConsent how many of its marketing messages may go to someone who never answered, if the store allows
 * @param source the file's text: journeys that began under it end under it, though the file has changed since
 */
public record Flow(
        String name,
        String version,
        MessageClass messageClass,
        Set<String> startsOn,
        RunsFor runsFor,
        Again again,
        List<Step> steps,
        Set<Exit> exits,
        Duration maxEventAge,
        int withoutConsent,
        String source) {
    public static final Duration MAX_EVENT_AGE_DEFAULT = Duration.ofHours(24);

    public Flow {
        startsOn = Set.copyOf(startsOn);
        steps = List.copyOf(steps);
        exits = Set.copyOf(exits);
    }

    /** What one journey is for: it is the journey's key. */
    public enum RunsFor {
        CUSTOMER,
        CART,
        ORDER,
        SHIPMENT
    }

    /** Whether a flow that ran may run again. */
    public enum Again {
        /** Once in a customer's life. */
        NEVER("never"),
        /** Once for each cart, order or parcel. */
        FOR_ANOTHER("for another");

        private final String words;

        Again(String words) {
            this.words = words;
        }

        /** As it stands in flow files. */
        public String words() {
            return words;
        }
    }

    /** What ends a journey early. */
    public enum Exit {
        /** Any purchase after the journey began, or the purchase of its cart. */
        PURCHASE("purchase"),
        /** The cart that it is about has nothing in it any more. */
        CART_EMPTIED("cart emptied");

        private final String words;

        Exit(String words) {
            this.words = words;
        }

        /** As it stands in flow files. */
        public String words() {
            return words;
        }
    }
}
