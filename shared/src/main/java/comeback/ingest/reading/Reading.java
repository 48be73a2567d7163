package comeback.ingest.reading;

import comeback.catalogue.Report;
import java.util.List;

/** What a request's body turned out to be: all of it events, some of it, or none of it. */
public sealed interface Reading {
    /**
     * Every part of it made sense.
     *
     * @param events in the order they were sent in; may be empty
     * @param reports of the shop about its goods, which are about no customer; heard of a secret key only
     */
    record Understood(List<Read> events, List<Report> reports) implements Reading {
        public Understood {
            events = List.copyOf(events);
            reports = List.copyOf(reports);
        }

        /** Events only. */
        public Understood(List<Read> events) {
            this(events, List.of());
        }
    }

    /**
     * Some parts of it are wrong; the others are kept.
     *
     * @param kept the others; not nothing
     * @param problems each with its path; never empty
     */
    record Partly(Understood kept, List<String> problems) implements Reading {
        public Partly {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What is wrong in it spoils all of it.
     *
     * @param problems each with its path; never empty
     */
    record Refused(List<String> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
