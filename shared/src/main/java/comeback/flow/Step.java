package comeback.flow;

import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a flow. Steps lie in one list, also those of a fork's two ways: so a journey's place is one number. A fork goes
 * on with the step after it or with a later one; a way that is done leaps over the other.
 */
public sealed interface Step {
    /**
     * Nothing happens until a time has come.
     *
     * @param until which
     */
    record Wait(Until until) implements Step {}

    /**
     * Nothing happens until an event or a time-out. What happened since the journey began counts, also before this step.
     *
     * @param events any of these: canonical names, or {@link #PURCHASE}
     * @param atMost how long
     * @param after since when
     * @param timedOut the step that comes next when none came in time; the one after this comes when one did
     */
    record Await(Set<String> events, Duration atMost, Moment after, int timedOut) implements Step {
        public Await {
            events = Set.copyOf(events);
        }

        @Override
        public List<Integer> next(int at) {
            return List.of(at + 1, timedOut);
        }
    }

    /**
     * A condition decides how it goes on.
     *
     * @param condition asked when the journey comes here; when it holds, the step after this comes next
     * @param otherwise the step that comes next when it does not
     */
    record Branch(Condition condition, int otherwise) implements Step {
        @Override
        public List<Integer> next(int at) {
            return List.of(at + 1, otherwise);
        }
    }

    /**
     * A message is born.
     *
     * @param message which letter of the flow's folder
     * @param messageClass why the customer gets it
     * @param terms how it may be put off
     * @param priority which goes first when several are due
     * @param variants letters of which each customer always gets the same one; none when there is only this one
     * @param withoutConsent what goes instead to someone who may not get marketing; it is never marketing itself
     */
    record Send(
            String message,
            MessageClass messageClass,
            Terms terms,
            Priority priority,
            List<Variant> variants,
            Optional<Send> withoutConsent)
            implements Step {
        public Send {
            variants = List.copyOf(variants);
        }
    }

    /**
     * One of several letters that a step may send, or one of several offers that a letter may make.
     *
     * @param name how it is called where it is counted
     * @param letter of the flow's folder
     * @param weight how many customers get it, beside the others' weights
     * @param terms its own, with its own offer; absent when it goes on those of the step
     */
    record Variant(String name, String letter, int weight, Optional<Terms> terms) {
        /** A letter. */
        public Variant(String letter, int weight) {
            this(letter, letter, weight, Optional.empty());
        }

        /** What a message keeps of it. */
        public String mark() {
            return terms.isPresent() ? letter + Message.OFFER_MARK + name : letter;
        }
    }

    /**
     * The journey goes on elsewhere: the end of a way that leaps over the other.
     *
     * @param to a later step
     */
    record Leap(int to) implements Step {
        @Override
        public List<Integer> next(int at) {
            return List.of(to);
        }
    }

    /**
     * The journey ends here.
     *
     * @param why in words that can be read aloud: "bought already"
     */
    record Stop(String why) implements Step {
        @Override
        public List<Integer> next(int at) {
            return List.of();
        }
    }

    /** A purchase that was not cancelled, whichever event told of it. */
    String PURCHASE = "purchase";

    /** The steps that may come after this one. */
    default List<Integer> next(int at) {
        return List.of(at + 1);
    }

    /** Which of several messages goes first when a cap has room for one. */
    enum Priority {
        HIGH,
        NORMAL,
        LOW
    }

    /** What a wait counts from. */
    enum Moment {
        /** The step before; for a first step, the start of the journey. */
        PREVIOUS_STEP("the step before"),
        /** The last thing that happened to the cart: each new one starts the wait again. */
        LAST_ACTIVITY("last activity"),
        /** What started the journey, at the time at which it happened. */
        START("start"),
        /** The purchase of the order that the journey is about; else the first one since it began. */
        PURCHASE("purchase"),
        /** The last letter of this flow that went to the customer; without one there is nothing to wait for. */
        LAST_LETTER("last letter");

        private final String words;

        Moment(String words) {
            this.words = words;
        }

        /** As it stands in flow files. */
        public String words() {
            return words;
        }
    }
}
