package comeback.send;

import comeback.commit.SendingAccount;
import comeback.commit.SendingAccount.Places;
import comeback.message.MessageClass;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps all copies of the sender together within the account's rate. Each takes a few places of the present second at a
 * time from a counter in the table; what it does not use lapses with the second. One place in five is for receipts only,
 * so a campaign never uses up the rate.
 *
 * <p>Not safe for several threads; Lambda uses one.
 */
final class Pace {
    /** Four copies of the sender share a second evenly, at one write for each quarter of it. */
    private static final int CHUNKS_A_SECOND = 4;

    private static final long SECONDS_A_DAY = 86_400;

    private final SendingAccount account;
    private Lease forReceipts = Lease.NONE;
    private Lease forOthers = Lease.NONE;

    /**
     * Places that this copy holds.
     *
     * @param second in which they are good
     * @param left how many
     * @param isLast whether the second is known to have no more
     */
    private record Lease(long second, int left, boolean isLast) {
        static final Lease NONE = new Lease(Long.MIN_VALUE, 0, false);
    }

    Pace(SendingAccount account) {
        this.account = account;
    }

    /** Takes one place in this second; false when there is none. */
    boolean takes(MessageClass messageClass, double perSecond, Instant now) {
        boolean isReceipt = messageClass == MessageClass.TRANSACTIONAL;
        Lease held = isReceipt ? forReceipts : forOthers;
        if (held.second() != now.getEpochSecond() || (held.left() == 0 && !held.isLast())) {
            held = lease(isReceipt, perSecond, now);
        }
        boolean isTaken = held.left() > 0;
        Lease rest = new Lease(held.second(), Math.max(0, held.left() - 1), held.isLast());
        if (isReceipt) {
            forReceipts = rest;
        } else {
            forOthers = rest;
        }
        return isTaken;
    }

    private Lease lease(boolean isReceipt, double perSecond, Instant now) {
        int limit = places(perSecond, now);
        Optional<Integer> unreserved = isReceipt
                ? Optional.empty()
                : Optional.of(Math.min(limit, places(perSecond * SendingAccount.UNRESERVED, now)));
        int chunk = Math.max(1, limit / CHUNKS_A_SECOND);
        if (account.take(now, new Places(chunk, limit, unreserved))) {
            return new Lease(now.getEpochSecond(), chunk, false);
        }
        // What is left may be less than a chunk.
        boolean isOne = chunk > 1 && account.take(now, new Places(1, limit, unreserved));
        return new Lease(now.getEpochSecond(), isOne ? 1 : 0, !isOne);
    }

    /**
     * The places of one second. Rates need not be whole, and four fifths of one a second are four places in five
     * seconds: what the seconds before have is rounded up, and this one has what it adds to that.
     */
    static int places(double perSecond, Instant now) {
        long second = Math.floorMod(now.getEpochSecond(), SECONDS_A_DAY);
        return (int) (Math.ceil(perSecond * (second + 1)) - Math.ceil(perSecond * second));
    }
}
