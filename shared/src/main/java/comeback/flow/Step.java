package comeback.flow;

import comeback.message.MessageClass;
import comeback.message.Terms;
import java.time.Duration;
import java.util.Optional;

/** One step of a flow. */
public sealed interface Step {
    /**
     * Nothing happens until a time has passed.
     *
     * @param duration how long
     * @param after since when
     */
    record Wait(Duration duration, Moment after) implements Step {}

    /**
     * A message is born.
     *
     * @param message which letter of the flow's folder
     * @param messageClass why the customer gets it
     * @param terms how it may be put off
     * @param priority which goes first when several are due
     * @param withoutConsent what goes instead to someone who may not get marketing; it is never marketing itself
     */
    record Send(
            String message, MessageClass messageClass, Terms terms, Priority priority, Optional<Send> withoutConsent)
            implements Step {}

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
        LAST_ACTIVITY("last activity");

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
