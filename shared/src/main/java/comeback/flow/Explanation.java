package comeback.flow;

import comeback.engagement.Judgement;
import comeback.message.Feedback;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a customer got a flow's letters, or did not.
 *
 * @param flow which automation
 * @param letter which of its letters was asked about; absent when all of them were
 * @param verdict the answer
 * @param run the latest journey; absent when it never began
 * @param entry the rules about beginning, as they are now; none while a journey runs
 * @param steps of the flow, in order, with what became of each
 */
public record Explanation(
        String flow,
        Optional<String> letter,
        Verdict verdict,
        Optional<Run> run,
        List<Check> entry,
        List<StepNow> steps) {
    public Explanation {
        entry = List.copyOf(entry);
        steps = List.copyOf(steps);
    }

    /**
     * The answer, in sentences that can be read aloud.
     *
     * @param text what happened, and why
     * @param rule which rule decided it, if one did
     * @param otherwise what would have changed it; absent when nothing spoke against it
     * @param because the event that made it so, when it is known
     */
    public record Verdict(String text, Optional<Ruling> rule, Optional<String> otherwise, Optional<Cause> because) {
        static Verdict of(String text) {
            return new Verdict(text, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Verdict of(String text, Ruling ruling, Optional<Cause> because) {
            return new Verdict(text, Optional.of(ruling), Optional.of(ruling.otherwise()), because);
        }
    }

    /**
     * An event of the timeline.
     *
     * @param at when it happened
     * @param id names it
     * @param name as shown
     */
    public record Cause(Instant at, String id, String name) {
        static Cause of(Past line) {
            return new Cause(line.at(), line.id(), line.name());
        }
    }

    /**
     * A journey.
     *
     * @param key what it runs for: an order, a cart, the customer
     * @param state whether it goes on
     * @param startedAt when it began
     * @param because what it began with, when the timeline still says so
     * @param ended why it ended early, if it did
     */
    public record Run(String key, State state, Instant startedAt, Optional<Cause> because, Optional<Told> ended) {}

    /** Whether a journey goes on. */
    public enum State {
        RUNNING,
        STOPPED,
        FINISHED
    }

    /**
     * A rule, as it is now.
     *
     * @param holds whether it lets the customer pass
     * @param ruling what it looked at, and in words what it says; its otherwise is empty when it lets them pass
     * @param because the event that made it so, when it is known
     */
    public record Check(boolean holds, Ruling ruling, Optional<Cause> because) {
        static Check failed(Ruling ruling, Optional<Cause> because) {
            return new Check(false, ruling, because);
        }

        static Check passed(String rule, String value, String text) {
            return new Check(true, new Ruling(rule, value, text, ""), Optional.empty());
        }
    }

    /**
     * A step and where the journey is with it.
     *
     * @param number counted from 1
     * @param what in words: "waits 1 h after last activity", "sends need-help"
     * @param letters that it may send, the usual one first
     * @param position where the journey is with it
     * @param passedBy the fork at which the journey went another way
     * @param due when it comes, if it is next
     * @param fates of the messages that were born of it
     * @param decisions about it, newest first
     * @param rules for its letter, as they are now, while it is still to come
     */
    public record StepNow(
            int number,
            String what,
            List<String> letters,
            Position position,
            Optional<Told> passedBy,
            Optional<Instant> due,
            List<Fate> fates,
            List<Told> decisions,
            List<Check> rules) {
        public StepNow {
            fates = List.copyOf(fates);
            decisions = List.copyOf(decisions);
            rules = List.copyOf(rules);
            letters = List.copyOf(letters);
        }

        /** The letter that it sends, if it sends one. */
        public Optional<String> letter() {
            return letters.stream().findFirst();
        }
    }

    /** Where a journey is with a step. */
    public enum Position {
        DONE,
        NEXT,
        LATER,
        /** The journey never began, or ended before. */
        NEVER
    }

    /**
     * What became of a message.
     *
     * @param id names it
     * @param flow whose letter
     * @param letter which one
     * @param text in words
     * @param state how far it is
     * @param feedback the gravest thing that SES told about it
     * @param leftOut what would have been in it and was not true when it went
     * @param touches who looked at it and followed its links, with what speaks against a person
     */
    public record Fate(
            MessageId id,
            String flow,
            String letter,
            String text,
            MessageState state,
            Optional<Feedback> feedback,
            List<Ruling> leftOut,
            List<Judgement> touches) {
        public Fate {
            leftOut = List.copyOf(leftOut);
            touches = List.copyOf(touches);
        }
    }

    /**
     * A decision and when it was made.
     *
     * @param when the line of the timeline it stands in
     * @param reason what was decided and why
     */
    public record Told(Cause when, Reason reason) {}
}
