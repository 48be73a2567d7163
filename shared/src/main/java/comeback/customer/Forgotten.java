package comeback.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stays of somebody who wanted to be forgotten: that they did, and hashes of addresses that must not be written to. It
 * lies where the customer lay, so whatever was reported about them before finds it, and brings nobody back.
 *
 * @param id where it lies
 * @param version how often this place was saved
 * @param askedAt when they wanted it
 * @param suppressions addresses that SES must never see again, hashed
 * @param state how far it is
 */
public record Forgotten(CustomerId id, long version, Instant askedAt, List<Suppression> suppressions, State state) {
    /**
     * Whoever decided about the customer at that moment may still write a line of the timeline. No function runs so long; so
     * what was written meanwhile is found when we look again.
     */
    public static final Duration SECOND_LOOK = Duration.ofMinutes(10);

    public Forgotten {
        suppressions = List.copyOf(suppressions);
    }

    /** How far it is. */
    public sealed interface State {
        /**
         * Under way: this is where their things lie.
         *
         * @param places of theirs, now and formerly
         * @param orders the latest; older ones are named by their timeline
         */
        record UnderWay(List<CustomerId> places, List<OrderId> orders) implements State {
            public UnderWay {
                places = List.copyOf(places);
                orders = List.copyOf(orders);
            }
        }

        /**
         * Done: nothing of theirs is left.
         *
         * @param at since when
         */
        record Done(Instant at) implements State {}
    }

    /** What is put where this customer lies. */
    public static Forgotten instead(Customer customer, Instant now) {
        Stream<CustomerId> named = customer.identity().refs().stream().map(CustomerId::of);
        Stream<CustomerId> former = customer.identity().formerIds().stream();
        Stream<CustomerId> address = customer.identity().email().map(Ref::email).map(CustomerId::of).stream();
        List<CustomerId> places = Stream.of(Stream.of(customer.id()), former, named, address)
                .flatMap(ids -> ids)
                .distinct()
                .toList();
        return new Forgotten(
                customer.id(),
                customer.version(),
                now,
                customer.suppressions().stream().map(Suppression::hashed).toList(),
                new State.UnderWay(
                        places,
                        customer.shopping().orders().stream()
                                .map(OrderState::id)
                                .toList()));
    }

    /** From when on what they do is new; nothing while we still forget. */
    public Optional<Instant> doneAt() {
        return state instanceof State.Done done ? Optional.of(done.at()) : Optional.empty();
    }

    /** When what may have been written meanwhile is looked for. */
    public Instant lookAgainAt() {
        return askedAt.plus(SECOND_LOOK);
    }

    /**
     * The person, come again of their own will: somebody of whom we know nothing but that they had refused all. Only a word of
     * theirs that is newer than that makes us write to them.
     *
     * @param since when they had been forgotten
     */
    public Customer again(Instant since) {
        Customer again =
                Customer.unknown(id).withVersion(version).with((Consent) new Consent.Withdrawn(since, "erasure"));
        for (Suppression suppression : suppressions) {
            again = again.with(suppression);
        }
        return again;
    }

    public Forgotten with(State changed) {
        return new Forgotten(id, version, askedAt, suppressions, changed);
    }

    /** With one more address that must not be written to; the same when it is known. */
    public Forgotten with(Suppression learned) {
        Suppression hashed = learned.hashed();
        boolean isKnown = suppressions.stream().anyMatch(known -> known.inbox().equals(hashed.inbox()));
        return isKnown
                ? this
                : new Forgotten(
                        id,
                        version,
                        askedAt,
                        Stream.concat(suppressions.stream(), Stream.of(hashed)).toList(),
                        state);
    }
}
