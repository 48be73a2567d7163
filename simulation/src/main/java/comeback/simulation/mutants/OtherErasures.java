package comeback.simulation.mutants;

import comeback.commit.Erasures;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.OrderId;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;

/** Erasures that are not done in one way. */
class OtherErasures implements Erasures {
    final Erasures right;

    OtherErasures(Erasures right) {
        this.right = right;
    }

    @Override
    public boolean bury(StoreId store, Forgotten stone) {
        return right.bury(store, stone);
    }

    @Override
    public boolean clear(StoreId store, CustomerId place) {
        return right.clear(store, place);
    }

    @Override
    public void clear(StoreId store, List<OrderId> orders) {
        right.clear(store, orders);
    }

    @Override
    public boolean finish(StoreId store, Forgotten seen, Instant at) {
        return right.finish(store, seen, at);
    }

    /** Nothing says that they wanted to be forgotten. */
    static Erasures withoutStones(Erasures right) {
        return new OtherErasures(right) {
            @Override
            public boolean bury(StoreId store, Forgotten stone) {
                return true;
            }
        };
    }

    /** What is filed about them stays. */
    static Erasures leavingAll(Erasures right) {
        return new OtherErasures(right) {
            @Override
            public boolean clear(StoreId store, CustomerId place) {
                return false;
            }

            @Override
            public void clear(StoreId store, List<OrderId> orders) {
                right.clear(store, List.of());
            }
        };
    }
}
