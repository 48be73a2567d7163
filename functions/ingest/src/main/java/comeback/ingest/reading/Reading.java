package comeback.ingest.reading;

import java.util.List;

/** What a request's body turned out to be: all of it events, or none of it. */
public sealed interface Reading {
    /**
     * Every part of it made sense.
     *
     * @param events in the order they were sent in; may be empty
     */
    record Understood(List<Read> events) implements Reading {
        public Understood {
            events = List.copyOf(events);
        }
    }

    /**
     * Something in it is wrong, so none of it may be kept.
     *
     * @param problems each with its path; never empty
     */
    record Refused(List<String> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
