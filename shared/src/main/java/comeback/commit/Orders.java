package comeback.commit;

import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.store.StoreId;
import java.util.Optional;

/** What letters show of purchases. They are saved by {@link Customers#commit}. */
public interface Orders {
    Optional<Order> find(StoreId store, OrderId id);
}
