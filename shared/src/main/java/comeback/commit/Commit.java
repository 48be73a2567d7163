package comeback.commit;

import comeback.customer.ConsentWord;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Seen;
import comeback.message.Message;
import comeback.report.Trial;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that one decision changes.
 *
 * @param next the customer afterwards; its version is the one that was seen, 0 for someone new
 * @param moved customers who turned out to be the same person: their places become signs
 * @param names further places that are to become signs to this customer
 * @param born new messages
 * @param orders to keep for letters
 * @param word for the consent ledger; absent when nothing new was said about marketing
 * @param seen what they saw of late, of those who may be told when it costs less or runs low
 * @param sold orders whose sums or times it changes: what is counted of them is to be counted again
 * @param tried what is measured of flows that began for them, or after which they bought: their part in it is to be counted
 * @param log for the timeline; absent when nothing worth telling happened
 */
public record Commit(
        Customer next,
        List<Merged> moved,
        Set<CustomerId> names,
        List<Message> born,
        List<Order> orders,
        Optional<ConsentWord> word,
        List<Seen> seen,
        List<OrderId> sold,
        List<Trial> tried,
        Optional<LogEntry> log) {
    public Commit {
        seen = List.copyOf(seen);
        sold = List.copyOf(sold);
        tried = List.copyOf(tried);
        moved = List.copyOf(moved);
        names = Set.copyOf(names);
        born = List.copyOf(born);
        orders = List.copyOf(orders);
    }

    /** One in which nothing new was seen. */
    public Commit(
            Customer next,
            List<Merged> moved,
            Set<CustomerId> names,
            List<Message> born,
            List<Order> orders,
            Optional<ConsentWord> word,
            Optional<LogEntry> log) {
        this(next, moved, names, born, orders, word, List.of(), List.of(), List.of(), log);
    }

    /** One in which nothing new was said about marketing. */
    public Commit(
            Customer next,
            List<Merged> moved,
            Set<CustomerId> names,
            List<Message> born,
            List<Order> orders,
            Optional<LogEntry> log) {
        this(next, moved, names, born, orders, Optional.empty(), log);
    }

    /** Whether it changes the customer alone: then one conditional write does, at half a transaction's price. */
    public boolean isPlain() {
        return moved.isEmpty() && names.isEmpty() && born.isEmpty() && orders.isEmpty() && word.isEmpty();
    }

    /**
     * A customer who is now part of another.
     *
     * @param id where they lay
     * @param version as seen
     */
    public record Merged(CustomerId id, long version) {}
}
