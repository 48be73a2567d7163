package comeback.nightly;

import comeback.customer.EmailAddress;
import comeback.customer.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The account's own list of addresses that SES writes to no more, whoever's mail it was that came back. */
public interface SuppressionList {
    /**
     * Some of those that were taken up in a time, in no promised order.
     *
     * @param page SES's name of the page, as the page before told it; absent for the first
     * @param limit how many at most
     */
    Answer page(Instant from, Instant until, Optional<String> page, int limit);

    /**
     * An address on it.
     *
     * @param at when it was taken up
     */
    record Suppressed(EmailAddress address, Suppression.Reason reason, Instant at) {}

    /** What SES answers. */
    sealed interface Answer {
        /**
         * A page.
         *
         * @param next the name of the next one, if there is one
         */
        record Page(List<Suppressed> addresses, Optional<String> next) implements Answer {
            public Page {
                addresses = List.copyOf(addresses);
            }
        }

        /** It does not know that page any more: begin again. */
        record Lost() implements Answer {}

        /**
         * Ask later.
         *
         * @param why in SES's words
         */
        record NotNow(String why) implements Answer {}
    }
}
