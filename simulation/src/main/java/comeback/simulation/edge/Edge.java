package comeback.simulation.edge;

import comeback.simulation.time.Dice;
import comeback.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where every call to AWS passes: it takes time, lets others run, and may go wrong. */
public final class Edge {
    private static final int USUAL_MICROS_MIN = 800;
    private static final int USUAL_MICROS_MAX = 9_000;
    private static final Duration NO_ANSWER_AFTER = Duration.ofSeconds(10);
    private static final int SLOW_SECONDS_MAX = 12;

    private final VirtualTime time;
    private final Dice dice;
    private final Harms harms;
    private final List<Outage> outages;
    private final Watcher watcher;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private Invocation current = Invocation.NONE;
    private long calls;
    private long trace;

    /** Is told whom a harm concerned, for what is allowed only then. */
    public interface Watcher {
        void harmed(String operation, String about, Harm harm);
    }

    /**
     * One call.
     *
     * @param operation its name, as AWS calls it
     * @param about whom it concerns; the call's fate is drawn from both
     * @param service which may be out of order
     * @param harms that are possible
     * @param repeatsAnswer whether a repetition gets the first answer again (reads, and transactions with their token)
     * @param patience how long the caller waits for an answer, when it gives up and repeats by itself, as the SDK does
     */
    public record Call(
            String operation,
            String about,
            Outage.Service service,
            List<Harm> harms,
            boolean repeatsAnswer,
            Optional<Duration> patience) {
        /** Whose caller waits, and leaves repetitions to the edge. */
        public Call(String operation, String about, Outage.Service service, List<Harm> harms, boolean repeatsAnswer) {
            this(operation, about, service, harms, repeatsAnswer, Optional.empty());
        }

        private boolean isTooMuch(Duration wait) {
            return patience.filter(most -> wait.compareTo(most) > 0).isPresent();
        }
    }

    public Edge(VirtualTime time, Dice dice, Harms harms, List<Outage> outages, Watcher watcher) {
        this.time = time;
        this.dice = dice;
        this.harms = harms;
        this.outages = List.copyOf(outages);
        this.watcher = watcher;
    }

    /** Makes the call: its effect happens between the way there and the way back. */
    public <T> T make(Call call, Supplier<T> effect) {
        calls++;
        String name = call.operation() + " " + call.about();
        int occurrence = occurrences.merge(name, 1, Integer::sum);
        Optional<Harm> harm = harms.at(name, occurrence, call.harms());
        note(name, harm);
        long roll = dice.roll("latency", name, occurrence);
        if (harm.isPresent()) {
            watcher.harmed(call.operation(), call.about(), harm.get());
        }
        try {
            return made(call, effect, harm, roll);
        } catch (OutOfTime killed) {
            watcher.harmed(call.operation(), call.about(), Harm.DIES_BEFORE);
            throw new Death("out of time at " + call.operation());
        }
    }

    /** Lambda's time was over while somebody waited. */
    private static final class OutOfTime extends Error {
        private static final long serialVersionUID = 1;

        OutOfTime() {
            super("", null, false, false);
        }
    }

    private <T> T made(Call call, Supplier<T> effect, Optional<Harm> harm, long roll) {
        Duration there = there(harm, roll);
        if (call.isTooMuch(there)) {
            // It is still on its way when nobody waits for it any more, and is done all the same.
            time.after(there, () -> {
                T ignored = effect.get();
            });
            pass(call.patience().orElseThrow());
            throw AwsFailure.unanswered(call.operation() + " took too long");
        }
        pass(there);
        if (harm.equals(Optional.of(Harm.DIES_BEFORE))) {
            throw new Death("before " + call.operation());
        }
        if (harm.equals(Optional.of(Harm.REFUSED)) || isOut(call.service())) {
            throw AwsFailure.refused(call.operation() + " was refused");
        }
        if (harm.equals(Optional.of(Harm.SILENT))) {
            pass(call.patience().orElse(NO_ANSWER_AFTER));
            throw AwsFailure.unanswered(call.operation() + " had no answer");
        }
        T answer = effect.get();
        if (harm.equals(Optional.of(Harm.DIES_AFTER))) {
            throw new Death("after " + call.operation());
        }
        if (harm.equals(Optional.of(Harm.REPEATED)) && call.patience().isPresent()) {
            throw AwsFailure.cut("the connection of " + call.operation() + " was cut");
        }
        if (harm.equals(Optional.of(Harm.REPEATED))) {
            pass(usual(roll));
            T second = effect.get();
            answer = call.repeatsAnswer() ? answer : second;
        }
        if (harm.equals(Optional.of(Harm.ANSWER_LOST))) {
            pass(call.patience().orElse(NO_ANSWER_AFTER));
            throw AwsFailure.unanswered("the answer of " + call.operation() + " was lost");
        }
        Duration back = harm.equals(Optional.of(Harm.SLOW_BACK)) ? slow(roll) : usual(Dice.mixed(roll));
        if (call.isTooMuch(back)) {
            pass(call.patience().orElseThrow());
            throw AwsFailure.unanswered(call.operation() + " answered too late");
        }
        pass(back);
        return answer;
    }

    /** Whether a delivery goes wrong, and how. */
    public Optional<Harm> delivery(String operation, String about, List<Harm> among) {
        String name = operation + " " + about;
        Optional<Harm> harm = harms.at(name, occurrences.merge(name, 1, Integer::sum), among);
        harm.ifPresent(it -> watcher.harmed(operation, about, it));
        return harm;
    }

    /** Runs something as a function's invocation. */
    <T> T run(Invocation invocation, Supplier<T> what) {
        Invocation before = current;
        current = invocation;
        try {
            return what.get();
        } finally {
            current = before;
        }
    }

    public long calls() {
        return calls;
    }

    /** A fingerprint of all calls so far, their times and fates. */
    public long trace() {
        return trace;
    }

    public VirtualTime time() {
        return time;
    }

    private void note(String name, Optional<Harm> harm) {
        long what = Dice.hashed(name);
        Instant now = time.instant();
        long when = now.getEpochSecond() * 1_000_003L + now.getNano();
        trace = Dice.mixed(
                trace ^ what ^ when ^ harm.map(it -> Dice.hashed(it.name())).orElse(0L));
    }

    boolean isOut(Outage.Service service) {
        Instant now = time.instant();
        return !harms.isHealing() && outages.stream().anyMatch(outage -> outage.covers(service, now));
    }

    private static Duration there(Optional<Harm> harm, long roll) {
        return harm.equals(Optional.of(Harm.SLOW_THERE)) ? slow(roll) : usual(roll);
    }

    private static Duration slow(long roll) {
        return Duration.ofMillis(500 + Math.floorMod(roll, SLOW_SECONDS_MAX * 1_000L));
    }

    private static Duration usual(long roll) {
        long micros = USUAL_MICROS_MIN + Math.floorMod(roll, (long) USUAL_MICROS_MAX - USUAL_MICROS_MIN);
        return Duration.ofNanos(micros * 1_000);
    }

    /** Waits until then, as a function may. */
    public void rest(Instant until) {
        try {
            pass(Duration.between(time.instant(), until.isAfter(time.instant()) ? until : time.instant()));
        } catch (OutOfTime killed) {
            throw new Death("out of time at rest");
        }
    }

    /** Time passes; who has none left is killed. */
    private void pass(Duration length) {
        Invocation mine = current;
        boolean isKilled = time.instant().plus(length).isAfter(mine.deadline());
        time.pause(isKilled ? Duration.between(time.instant(), mine.deadline()) : length);
        current = mine;
        if (isKilled) {
            throw new OutOfTime();
        }
    }
}
