package comeback.flow;

import comeback.message.MessageClass;
import comeback.store.Mode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An automation, as its flow.yaml says.
 *
 * @param name the folder's name
 * @param version fingerprint of the file
 * @param messageClass of its letters, unless a step says otherwise
 * @param triggers what starts it: any of them
 * @param runsFor what one journey is for
 * @param again whether it may start again
 * @param steps in order
 * @param exits what ends it early, beside what ends every flow of its class
 * @param maxEventAge events that are older start nothing
 * @param withoutConsent how many of its marketing messages may go to someone who never answered, if the store allows
 * @param maxReminders how many of its marketing messages one journey may send, unless the store wants fewer
 * @param ladder what it gives way to, if it reminds of something left behind
 * @param leavesOut kinds of content that its letters do not show
 * @param mode whether what it decides is sent, unless the store says otherwise
 * @param holdout how many customers in a hundred get none of its marketing, so that what it brings can be measured
 * @param source the file's text: journeys that began under it end under it, though the file has changed since
 */
public record Flow(
        String name,
        String version,
        MessageClass messageClass,
        List<Trigger> triggers,
        RunsFor runsFor,
        Again again,
        List<Step> steps,
        List<Exit> exits,
        Duration maxEventAge,
        int withoutConsent,
        Optional<Integer> maxReminders,
        Optional<Ladder> ladder,
        Set<Content> leavesOut,
        Mode mode,
        int holdout,
        String source) {
    public static final Duration MAX_EVENT_AGE_DEFAULT = Duration.ofHours(24);

    /** With more, too few would be left to earn anything with. */
    public static final int HOLDOUT_MAX = 50;

    public Flow {
        triggers = List.copyOf(triggers);
        steps = List.copyOf(steps);
        leavesOut = Set.copyOf(leavesOut);
        exits = List.copyOf(exits);
        for (int i = 0; i < steps.size(); i++) {
            for (int next : steps.get(i).next(i)) {
                if (next <= i || next > steps.size()) {
                    throw new IllegalArgumentException("step " + (i + 1) + " of " + name + " leads back, or nowhere");
                }
            }
        }
    }

    /** Whether one step may come after another, on whichever way. */
    boolean leads(int from, int to) {
        boolean[] isReached = new boolean[steps.size() + 1];
        isReached[from] = true;
        for (int i = from; i < to; i++) {
            if (isReached[i]) {
                steps.get(i).next(i).forEach(next -> isReached[next] = true);
            }
        }
        return isReached[to];
    }

    /** Whether no fork leads past a step. */
    boolean isOnEveryWay(int step) {
        for (int i = 0; i < step; i++) {
            for (int next : steps.get(i).next(i)) {
                if (next > step && leads(0, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether its journeys must remember an event. */
    boolean listensTo(String event) {
        return steps.stream()
                        .anyMatch(step -> step instanceof Step.Await await
                                && await.events().contains(event))
                || exits.stream()
                        .anyMatch(
                                exit -> exit instanceof Exit.On on && on.event().equals(event));
    }

    /** A step's number as people count: from 1, and without the leaps that nobody wrote. */
    int number(int step) {
        return (int) steps.stream()
                .limit(step + 1L)
                .filter(one -> !(one instanceof Step.Leap))
                .count();
    }

    /** The canonical names of all events that may start it. */
    public Set<String> startsOn() {
        Set<String> events = new HashSet<>();
        for (Trigger trigger : triggers) {
            events.addAll(trigger.on());
        }
        return events;
    }

    /** What one journey is for: it is the journey's key. */
    public enum RunsFor {
        CUSTOMER,
        CART,
        ORDER,
        SHIPMENT,
        /** What became of an order after it was placed: each cancellation, refund, edit, step of a return. */
        CHANGE,
        /** A receipt for an order's payment, or a credit note for a refund. */
        RECEIPT,
        /** What somebody asked to be told about. */
        PRODUCT,
        /** A day of the customer's: each that its first wait names. */
        DAY
    }

    /** Whether a flow that ran may run again. */
    public sealed interface Again {
        /** Once in a customer's life. */
        record Never() implements Again {}

        /** Once for each cart, order or parcel. */
        record ForAnother() implements Again {}

        /**
         * Once the last time is so long ago.
         *
         * @param rest from one beginning to the next
         */
        record After(Duration rest) implements Again {
            public After {
                if (!rest.isPositive()) {
                    throw new IllegalArgumentException("between two runs lies some time");
                }
            }
        }
    }
}
