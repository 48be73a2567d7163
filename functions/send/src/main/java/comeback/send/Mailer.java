package comeback.send;

/** Hands mails to the outside world. */
public interface Mailer {
    /** Asks once, never by itself again. */
    Answer send(Mail mail);

    /** What came of asking. */
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
         * @param why what stands against all mails, or against all of one sender
         * @param reason a code, nothing personal
         */
        record NotNow(Why why, String reason) implements Answer {
            /** For this mail alone, as far as is known. */
            public NotNow(String reason) {
                this(Why.OTHER, reason);
            }
        }

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

        /** Why a mail cannot go now. */
        enum Why {
            /** Too many in this second. */
            THROTTLED,
            /** The account's sending is paused or suspended. */
            PAUSED,
            /** The day's mails are used up. */
            DAILY_QUOTA,
            /** The sender's domain is not verified. */
            IDENTITY,
            /** Anything that says nothing about the next mail. */
            OTHER
        }
    }
}
