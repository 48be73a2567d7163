package comeback.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one lock of the local world. Requests, turning the clock and time passing by itself all go through here, so
 * nothing ever interleaves, and each ends with the world at rest: whatever a request makes due at once has been worked
 * before it is answered.
 */
public final class WorldTurn {
    /** Work at one and the same instant: a message has some five pieces, so more than this is a circle. */
    private static final int PIECES_AT_ONE_INSTANT_MAX = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final TurnableClock clock;
    private final List<Due> dues;

    /**
     * Makes a world that is at rest.
     *
     * @param dues what can fall due; of two things due at the same instant the earlier in this list goes first
     */
    public WorldTurn(TurnableClock clock, List<Due> dues) {
        this.clock = clock;
        this.dues = List.copyOf(dues);
    }

    /** Acts while nothing else does, then works all that this made due. */
    public <T> T during(Supplier<T> act) {
        lock.lock();
        try {
            workUntilNow();
            T result = act.get();
            workUntilNow();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Acts while nothing else does, and sets the clock back to the machine's time: for an empty world. */
    public void startAgain(Runnable act) {
        lock.lock();
        try {
            clock.unturn();
            act.run();
        } finally {
            lock.unlock();
        }
    }

    /** Turns the clock forward, working all that falls due on the way, each at its own instant. */
    public Instant turn(Duration by) {
        lock.lock();
        try {
            workUntilNow();
            Instant target = clock.instant().plus(by);
            try {
                work(clock.instant(), target);
            } finally {
                clock.runOnFrom(target);
            }
            return target;
        } finally {
            lock.unlock();
        }
    }

    /** Works what fell due since, as real time passed. While someone else turns the world there is nothing to do. */
    public void tick() {
        if (!lock.tryLock()) {
            return;
        }
        try {
            workUntilNow();
        } finally {
            lock.unlock();
        }
    }

    private void workUntilNow() {
        Instant now = clock.instant();
        try {
            work(now, now);
        } finally {
            clock.runOn();
        }
    }

    private void work(Instant from, Instant until) {
        Instant now = from;
        clock.standAt(now);
        int pieces = 0;
        for (Optional<Piece> piece = first(until); piece.isPresent(); piece = first(until)) {
            Instant at = piece.get().at();
            if (at.isAfter(now)) {
                // The clock never goes back: what is overdue is worked at the time it is.
                now = at;
                clock.standAt(now);
                pieces = 0;
            }
            if (++pieces > PIECES_AT_ONE_INSTANT_MAX) {
                throw new IllegalStateException("the world does not come to rest at " + now + "; still due: "
                        + piece.get().due().getClass().getSimpleName());
            }
            piece.get().due().work(now);
        }
    }

    private Optional<Piece> first(Instant until) {
        Optional<Piece> first = Optional.empty();
        for (Due due : dues) {
            Optional<Instant> at = due.next();
            if (at.isPresent()
                    && !at.get().isAfter(until)
                    && (first.isEmpty() || at.get().isBefore(first.get().at()))) {
                first = Optional.of(new Piece(due, at.get()));
            }
        }
        return first;
    }

    private record Piece(Due due, Instant at) {}
}
