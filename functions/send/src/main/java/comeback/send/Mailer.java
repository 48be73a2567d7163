package comeback.send;

/** Hands mails to the outside world. */
public interface Mailer {
    /** Asks once, never by itself again. */
    Answer send(Mail mail);

    /** What came of it. */
    sealed interface Answer {
        /**
         * It was taken.
         *
         * @param sesId the taker's name for it
         */
        record Accepted(String sesId) implements Answer {}

        /**
         * It was certainly not taken, and may be later: too many at once, sending paused, nobody reached.
         *
         * @param reason a code, nothing personal
         */
        record NotNow(String reason) implements Answer {}

        /**
         * It was certainly not taken, and never will be.
         *
         * @param reason a code, nothing personal
         */
        record Never(String reason) implements Answer {}

        /**
         * Nobody knows: asked, and no answer came.
         *
         * @param reason a code, nothing personal
         */
        record Unclear(String reason) implements Answer {}
    }
}
