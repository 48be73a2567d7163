package comeback.wave;

import comeback.catalogue.Occasion;
import comeback.catalogue.Stock;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the news of one thing stands. It changes by compare-and-set, and what it is about to do it says before it does it:
 * the people in hand are taken off the allowance first and told then, so whoever finds it left behind tells the same people
 * again, which is once, and nobody else.
 *
 * @param wanted what people wait for, or saw
 * @param occasion what there is to tell those who saw it; absent where people asked to hear that it is back
 * @param version how often it was saved; 0 is never
 * @param state what happens now
 */
public record Wave(Wanted wanted, Optional<Occasion> occasion, long version, State state) {
    /** What happens with a thing that people wait for. */
    public sealed interface State {
        /** It is sold out as far as we know: people wait. */
        record Out() implements State {}

        /**
         * It seems to be back; a while must show that it is.
         *
         * @param until when it is believed
         */
        record Holding(Instant until) implements State {}

        /**
         * People are told.
         *
         * @param backAt when it was believed to be back
         * @param number of this wave since then, from 1
         * @param startedAt when this wave began
         * @param left how many more people this wave may reach
         * @param inHand who is being told at this moment
         * @param reached the last of those who saw it that was looked at
         */
        record Open(
                Instant backAt,
                int number,
                Instant startedAt,
                int left,
                List<Waiter> inHand,
                Optional<CustomerId> reached)
                implements State {
            public Open {
                inHand = List.copyOf(inHand);
            }

            /** Names this wave: what is told in it twice is told once. */
            public String name() {
                return backAt.getEpochSecond() + "-" + number;
            }

            boolean isAtWork() {
                return left > 0 || !inHand.isEmpty();
            }
        }

        /** It is there, and everybody who waited was told. */
        record In() implements State {}
    }

    /** A page: few enough to be told within seconds, and to stand in the wave's own item. */
    public static final int PAGE_MAX = 25;

    /** Nobody has asked before. */
    public static Wave of(Wanted wanted) {
        return new Wave(wanted, Optional.empty(), 0, new State.Out());
    }

    /** Of something that there is to tell of a product, once. */
    public static Wave of(Wanted wanted, Occasion occasion) {
        return new Wave(wanted, Optional.of(occasion), 0, new State.Out());
    }

    public WaveId id() {
        return occasion.map(its -> WaveId.of(wanted, its)).orElseGet(() -> WaveId.of(wanted));
    }

    /** Somebody asked: they saw it sold out, whatever we thought. */
    public Wave asked() {
        return state instanceof State.In ? with(new State.Out()) : this;
    }

    /** What a look at the stock makes of it. */
    public Wave seen(Stock stock, WaveRules rules, Instant now) {
        return switch (state) {
            case State.Out out ->
                stock.isAtLeast(rules.minimum()) ? with(new State.Holding(now.plus(rules.hold()))) : this;
            case State.Holding(Instant until) -> {
                if (!stock.isAtLeast(rules.minimum())) {
                    yield with(new State.Out());
                }
                yield until.isAfter(now) ? this : with(open(now, 1, stock, rules, now, Optional.empty()));
            }
            case State.Open open -> {
                if (!open.inHand().isEmpty()) {
                    yield this;
                }
                if (stock.isOut()) {
                    yield with(new State.Out());
                }
                boolean isNextDue = !open.startedAt().plus(rules.interval()).isAfter(now);
                yield open.left() == 0 && isNextDue
                        ? with(open(open.backAt(), open.number() + 1, stock, rules, now, open.reached()))
                        : this;
            }
            case State.In in -> stock.isOut() ? with(new State.Out()) : this;
        };
    }

    /** How many people may be taken in hand now. */
    public int room() {
        return state instanceof State.Open open && open.inHand().isEmpty() ? Math.min(PAGE_MAX, open.left()) : 0;
    }

    /** These are told next; none means that nobody waits any more. */
    public Wave taking(List<Waiter> page) {
        return taking(page, reached(), true);
    }

    /**
     * Those are told next, of all who saw it up to somebody.
     *
     * @param upTo the last who was looked at
     * @param isEnd whether nobody comes after them
     */
    public Wave taking(List<Waiter> page, Optional<CustomerId> upTo, boolean isEnd) {
        if (!(state instanceof State.Open open)) {
            throw new IllegalStateException("nobody is told of what is not there");
        }
        return with(
                page.isEmpty() && isEnd
                        ? new State.In()
                        : new State.Open(
                                open.backAt(), open.number(), open.startedAt(), open.left() - page.size(), page, upTo));
    }

    /** Up to whom those who saw it were looked at. */
    public Optional<CustomerId> reached() {
        return state instanceof State.Open open ? open.reached() : Optional.empty();
    }

    /** Those in hand were told. */
    public Wave told() {
        return state instanceof State.Open open && !open.inHand().isEmpty()
                ? with(new State.Open(
                        open.backAt(), open.number(), open.startedAt(), open.left(), List.of(), open.reached()))
                : this;
    }

    public List<Waiter> inHand() {
        return state instanceof State.Open open ? open.inHand() : List.of();
    }

    /** When it is to be looked at again without anybody's asking. */
    public Optional<Instant> dueAt(WaveRules rules) {
        return switch (state) {
            case State.Out out -> Optional.empty();
            case State.In in -> Optional.empty();
            case State.Holding(Instant until) -> Optional.of(until);
            case State.Open open ->
                Optional.of(
                        open.isAtWork() ? open.startedAt() : open.startedAt().plus(rules.interval()));
        };
    }

    public Wave withVersion(long changed) {
        return new Wave(wanted, occasion, changed, state);
    }

    private Wave with(State changed) {
        return new Wave(wanted, occasion, version, changed);
    }

    private static State.Open open(
            Instant backAt, int number, Stock stock, WaveRules rules, Instant now, Optional<CustomerId> reached) {
        int people = switch (stock) {
            case Stock.Units(int count) -> (int) Math.min(Integer.MAX_VALUE, (long) count * rules.perUnit());
            case Stock.Unlimited unlimited -> Integer.MAX_VALUE;
            case Stock.Unknown unknown -> rules.perUnit();
        };
        return new State.Open(backAt, number, now, people, List.of(), reached);
    }
}
