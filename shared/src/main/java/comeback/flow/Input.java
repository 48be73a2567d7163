package comeback.flow;

import comeback.catalogue.News;
import comeback.catalogue.Wish;
import comeback.customer.Consent;
import comeback.customer.Fingerprint;
import comeback.customer.Returned;
import comeback.customer.Suppression;
import comeback.event.StoreEvent;
import java.time.Instant;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everything that can make us decide about a customer. */
public sealed interface Input {
    /**
     * A storefront reported something.
     *
     * @param event what
     */
    record Happened(StoreEvent event) implements Input {}

    /** An alarm or the sweeper: something may be due. */
    record Woke() implements Input {}

    /** SES told what became of a mail, or brought an answer to it. */
    sealed interface Reported extends Input {
        /** Names the report, so that it counts once. */
        String reportId();

        /** When it happened. */
        Instant at();
    }

    /**
     * An address must not be written to any more.
     *
     * @param suppression which and why
     */
    record Undeliverable(Suppression suppression, String reportId) implements Reported {
        @Override
        public Instant at() {
            return suppression.at();
        }
    }

    /**
     * A mail came back for a while.
     *
     * @param returned from where
     */
    record CameBack(Returned returned, String reportId) implements Reported {
        @Override
        public Instant at() {
            return returned.at();
        }
    }

    /**
     * A mail arrived in an inbox from which others had come back.
     *
     * @param inbox the address in lower case
     */
    record Arrived(String inbox, Instant at, String reportId) implements Reported {}

    /**
     * A person, as far as can be told, followed a link in a letter.
     *
     * @param at when
     */
    record Clicked(Instant at, String reportId) implements Reported {
        /** As the timeline calls it. */
        public static final String NAME = "Email Clicked";
    }

    /**
     * The customer answered a letter.
     *
     * @param at when
     */
    record Replied(Instant at, String reportId) implements Reported {
        /** As the timeline calls it. */
        public static final String NAME = "Email Replied";
    }

    /**
     * The customer unsubscribed by a link of ours.
     *
     * @param at when
     * @param source which way: "one-click" or "page"
     */
    record AskedToStop(Instant at, String source) implements Input {}

    /**
     * The customer chose what they get, at a page of ours.
     *
     * @param at when
     * @param consent their word about marketing; unknown when they said nothing of it
     * @param language in which they want to be written to, if they said so
     * @param dates days of theirs, all of them
     * @param words which version of the page's words they saw
     */
    record Chose(Instant at, Consent consent, Optional<Locale> language, Map<String, MonthDay> dates, String words)
            implements Input {
        /** As the timeline calls it. */
        public static final String NAME = "Preferences Saved";
    }

    /**
     * There is something to tell of a thing that the customer waits for or saw, and it is their turn to hear of it.
     *
     * @param wish what they asked for, or saw, at the price that they saw
     * @param what there is to tell
     * @param isWished whether it is on their wish list
     * @param news names it, with wave and person: the same news twice is once
     * @param at when
     */
    record StockArrived(Wish wish, News what, boolean isWished, String news, Instant at) implements Input {
        /** What they asked for is there again. */
        public StockArrived(Wish wish, String news, Instant at) {
            this(wish, News.BACK, false, news, at);
        }

        /** As an event is called in flow files. */
        public String name() {
            return what.event();
        }

        /** Names the news among what was decided about. */
        public String id() {
            return "stock-" + Fingerprint.of("stock", news);
        }
    }
}
