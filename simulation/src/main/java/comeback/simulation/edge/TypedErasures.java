package comeback.simulation.edge;

import comeback.commit.DueItems.DueItem;
import comeback.commit.Erasures;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.OrderId;
import comeback.simulation.edge.Edge.Call;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Erasures over the fake that passes their contract, each call made through the edge. */
final class TypedErasures implements Erasures {
    private final Erasures right;
    private final Edge edge;
    private final Seen seen;

    TypedErasures(Erasures right, Edge edge, Seen seen) {
        this.right = right;
        this.edge = edge;
        this.seen = seen;
    }

    @Override
    public boolean bury(StoreId store, Forgotten stone) {
        return write("PutItem stone", stone.id().value(), false, () -> {
            boolean isBuried = right.bury(store, stone);
            if (isBuried) {
                seen.dueAt(new DueItem.OfCustomer(store, stone.id()), stone.lookAgainAt());
            }
            return isBuried;
        });
    }

    /** What there is, and that it goes, are two calls. */
    @Override
    public boolean clear(StoreId store, CustomerId place) {
        edge.make(new Call("Query left", place.value(), Outage.Service.TABLE, Harm.OF_READS, true), () -> place);
        return write("BatchWriteItem left", place.value(), true, () -> right.clear(store, place));
    }

    @Override
    public void clear(StoreId store, List<OrderId> orders) {
        if (!orders.isEmpty()) {
            write("BatchWriteItem orders", orders.getFirst().value(), true, () -> {
                right.clear(store, orders);
                return true;
            });
        }
    }

    @Override
    public boolean finish(StoreId store, Forgotten stone, Instant at) {
        return write("PutItem done", stone.id().value(), false, () -> right.finish(store, stone, at));
    }

    private <T> T write(String operation, String about, boolean repeatsAnswer, Supplier<T> effect) {
        return edge.make(new Call(operation, about, Outage.Service.TABLE, Harm.OF_WRITES, repeatsAnswer), effect);
    }
}
