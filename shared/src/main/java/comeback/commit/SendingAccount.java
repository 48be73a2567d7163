package comeback.commit;

import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What all copies of the sender know together about the SES account that they share. */
public interface SendingAccount {
    /** What advertisements may have of the rate. The rest is for mails that an order waits for. */
    double UNRESERVED = 0.8;

    /** Mails a second before SES has told: as much as it allows everybody. */
    double CAREFUL_RATE = 1;

    /** Quota and circuits as they are now. */
    Known look();

    /** Keeps what SES told about its quota, so that not every copy asks; what it told later stays. */
    void keep(Quota quota);

    /**
     * Takes places in a second, all that are wanted or none.
     *
     * @param second any instant within it
     */
    boolean take(Instant second, Places wanted);

    /**
     * Takes one of the places that an inbox has on a day. The same mail takes its place once, however often it tries.
     *
     * @return whether it has one
     */
    boolean take(Inbox inbox, MessageId mail, int most);

    /**
     * Opens a circuit, moves its next probe or closes it, unless it is no longer as seen.
     *
     * @return whether this caller did; of two who want to probe, one may
     */
    boolean change(Scope scope, Optional<Circuit> seen, Optional<Circuit> next);

    /**
     * What is known.
     *
     * @param quota absent before SES was asked for the first time
     * @param circuits those that are open
     */
    record Known(Optional<Quota> quota, Map<Scope, Circuit> circuits) {
        public static final Known NOTHING = new Known(Optional.empty(), Map.of());

        public Known {
            circuits = Map.copyOf(circuits);
        }

        public Optional<Circuit> circuit(Scope scope) {
            return Optional.ofNullable(circuits.get(scope));
        }

        /** How many mails a second the account may send. */
        public double perSecond() {
            return quota.map(Quota::perSecond).orElse(CAREFUL_RATE);
        }

        /**
         * How many mails the day has left, as SES last told it.
         *
         * @param share of the day's mails that they may be
         */
        public int leftToday(double share) {
            return quota.filter(told -> told.perDay() > 0)
                    .map(told -> (int) Math.max(0, told.perDay() * share - told.sentLastDay()))
                    .orElse(Integer.MAX_VALUE);
        }

        /** Why SES takes nobody's mail until somebody or the next day mends it; nothing while it does. */
        public Optional<Circuit> stop() {
            return circuit(new Scope.Account()).filter(circuit -> circuit.cause() != Circuit.Cause.THROTTLED);
        }

        /** Whether SES takes nobody's mail. */
        public boolean isStopped() {
            return stop().isPresent();
        }
    }

    /**
     * What SES lets this account send, as GetAccount tells it.
     *
     * @param perSecond mails a second
     * @param perDay mails in 24 hours; not positive when there is no limit
     * @param sentLastDay mails in the last 24 hours
     * @param readAt when SES said so
     */
    record Quota(double perSecond, double perDay, double sentLastDay, Instant readAt) {}

    /**
     * Places in one second.
     *
     * @param count how many are wanted
     * @param limit how many the second has for everybody
     * @param unreserved how many of them anybody may have; absent for whom the rest is reserved
     */
    record Places(int count, int limit, Optional<Integer> unreserved) {}

    /**
     * Somebody's inbox on one day.
     *
     * @param store whose mail is counted; no store's mail counts against another's
     * @param owner where mail ends up, {@link comeback.customer.EmailAddress#mailbox}; only its fingerprint is kept
     * @param day in UTC
     */
    record Inbox(StoreId store, String owner, LocalDate day) {}

    /** Whose mail a circuit holds back. */
    sealed interface Scope {
        /** Everybody's: SES refuses the account. */
        record Account() implements Scope {}

        /**
         * One store's: SES refuses its sender.
         *
         * @param store which
         */
        record OfStore(StoreId store) implements Scope {}
    }

    /**
     * SES takes nothing for now. While it stands, advertisements wait, and one receipt at a time tries.
     *
     * @param cause what SES said
     * @param since when it said so first
     * @param probeAt when the next mail may try
     */
    record Circuit(Cause cause, Instant since, Instant probeAt) {
        /** What SES said. */
        public enum Cause {
            /** Too many in this second. It is over by itself at {@code probeAt}, and receipts go on meanwhile. */
            THROTTLED,
            /** The account's sending is paused or suspended. */
            PAUSED,
            /** The day's mails are used up. */
            DAILY_QUOTA,
            /** The sender's domain is not verified. */
            IDENTITY,
            /**
             * The table was restored from a backup, so it does not know what has gone since. It ends when a person says
             * so, and is never tried.
             */
            RESTORED
        }
    }
}
