package comeback.local.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * A shop's month.
 *
 * @param events that its storefront posts, its orders among them
 * @param mails that go, the orders' letters among them
 * @param orders each is an event and a mail
 */
record Month(long events, long mails, long orders) {
    private static final long EVENTS_DEFAULT = 300_000;
    private static final long MAILS_DEFAULT = 100_000;
    /** One event in ten is an order, unless somebody says otherwise. */
    private static final int EVENTS_TO_AN_ORDER = 10;

    /** As asked for on the command line, in a way that cannot be understood; the message is for the person there. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String what) {
            super(what);
        }
    }

    /** Reads what follows the word "cost". */
    static Month read(List<String> words) {
        long events = EVENTS_DEFAULT;
        long mails = MAILS_DEFAULT;
        long orders = -1;
        var rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            switch (word) {
                case "--events" -> events = number(word, rest);
                case "--mails" -> mails = number(word, rest);
                case "--orders" -> orders = number(word, rest);
                default ->
                    throw new Unclear("unknown option " + word
                            + "; there are --events NUMBER, --mails NUMBER and --orders NUMBER");
            }
        }
        long ordersOrSo = orders < 0 ? Math.min(mails, events / EVENTS_TO_AN_ORDER) : orders;
        if (ordersOrSo > events || ordersOrSo > mails) {
            throw new Unclear("--orders " + ordersOrSo + ": each is an event and a mail, and there are " + events
                    + " events and " + mails + " mails");
        }
        return new Month(events, mails, ordersOrSo);
    }

    private static long number(String option, List<String> rest) {
        if (rest.isEmpty() || !rest.getFirst().matches("\\d{1,12}")) {
            throw new Unclear(option + " needs a number, such as 300000");
        }
        return Long.parseLong(rest.removeFirst());
    }
}
