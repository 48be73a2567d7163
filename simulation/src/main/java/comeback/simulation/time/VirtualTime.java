package comeback.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/**
 * A clock that jumps from one moment at which something happens to the next, and the baton that makes many functions run
 * at once without ever running together. Whoever runs may {@link #pause}: then others go on whose time comes earlier, and
 * it is waited for. One thread at a time, in an order that the queue alone decides, so the same world plays the same way.
 *
 * <p>A pause into which nothing falls costs no change of threads. Else a new virtual thread takes over the queue and the
 * paused one parks until its moment is drawn; which of them runs on what core makes no difference.
 */
public final class VirtualTime implements InstantSource {
    private static final long MICROS = 1_000_000L;

    private final PriorityQueue<Moment> queue =
            new PriorityQueue<>(Comparator.comparingLong(Moment::at).thenComparingLong(Moment::number));
    private final Semaphore over = new Semaphore(0);
    private final long end;
    private long now;
    private long number;
    private Optional<Throwable> failure = Optional.empty();

    /** What happens at a moment. */
    private sealed interface What {
        /** Something begins. */
        record Begin(Runnable what) implements What {}

        /** Somebody goes on who paused. */
        record GoOn(Semaphore baton) implements What {}
    }

    /** A place in the queue; of one time, who came first. */
    private record Moment(long at, long number, What what) {}

    /**
     * Stands at the start.
     *
     * @param end after which nothing begins any more
     */
    public VirtualTime(Instant start, Instant end) {
        this.now = micros(start);
        this.end = micros(end);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(now / MICROS, now % MICROS * 1_000);
    }

    /** Begins something then, or now when that is past. */
    public void at(Instant when, Runnable what) {
        queue.add(new Moment(Math.max(now, micros(when)), number++, new What.Begin(what)));
    }

    public void after(Duration delay, Runnable what) {
        at(instant().plus(delay), what);
    }

    /** Lets time pass for the caller, and others do meanwhile what falls into it. */
    public void pause(Duration length) {
        long until = now + length.toNanos() / 1_000;
        if (queue.isEmpty() || queue.element().at() > until) {
            now = until;
            return;
        }
        Semaphore baton = new Semaphore(0);
        queue.add(new Moment(until, number++, new What.GoOn(baton)));
        Thread.startVirtualThread(this::drive);
        baton.acquireUninterruptibly();
    }

    /** Plays to the end; comes back when nothing is left to happen. What somebody threw is thrown here. */
    public void play() {
        Thread.startVirtualThread(this::drive);
        over.acquireUninterruptibly();
        failure.ifPresent(thrown -> {
            throw new IllegalStateException("a world broke down at " + instant(), thrown);
        });
    }

    private void drive() {
        try {
            while (!queue.isEmpty()) {
                Moment next = queue.remove();
                switch (next.what()) {
                    case What.GoOn(var baton) -> {
                        now = next.at();
                        baton.release();
                        return;
                    }
                    case What.Begin(var what) -> {
                        if (next.at() <= end) {
                            now = next.at();
                            what.run();
                        }
                    }
                }
            }
        } catch (RuntimeException | Error thrown) {
            failure = Optional.of(thrown);
        }
        over.release();
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1_000;
    }
}
