package comeback.flow;

import comeback.flow.Step.Moment;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** What a wait waits for. */
public sealed interface Until {
    /** When a letter for a date comes, unless the file says otherwise: with the first coffee. */
    LocalTime MORNING = LocalTime.of(9, 0);

    /** So far from a date a letter may come; more would be another date. */
    int DAYS_MAX = 180;

    /** The day until which what the journey is about must be done, such as to send a parcel back. */
    String DEADLINE = "deadline";

    /**
     * A time after a moment.
     *
     * @param duration how long
     * @param after since when
     * @param variants lengths of which each customer always has the same, the duration first; none when there is only this one
     */
    record Passed(Duration duration, Moment after, List<Delay> variants) implements Until {
        /** One of which nothing else is tried. */
        public Passed(Duration duration, Moment after) {
            this(duration, after, List.of());
        }

        public Passed {
            variants = List.copyOf(variants);
        }
    }

    /**
     * One of several lengths of a wait.
     *
     * @param words as the file has it: "90m"
     * @param duration how long that is
     * @param weight how many customers wait so long, beside the others' weights
     */
    record Delay(String words, Duration duration, int weight) {}

    /**
     * The next time the customer's own clock shows this.
     *
     * @param time to the minute
     */
    record Clock(LocalTime time) implements Until {}

    /**
     * The next time a date of the customer's comes round; 29 February is 28 February in common years.
     *
     * @param name as the store tells it: "birthday"
     * @param days so many days later; earlier when negative
     * @param time by the customer's own clock
     */
    record Anniversary(String name, int days, LocalTime time) implements Until {}
}
