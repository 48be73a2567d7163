package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Order;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.store.KeyClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateOrderTest {
    private static final Instant BOUGHT = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void an_order_that_is_reported_after_its_parcel_is_kept_for_its_letters() {
        StoreEvent shipped = told("e-1", Shop.shipped("1001", "parcel"), BOUGHT.plus(Duration.ofMinutes(28)));
        StoreEvent bought = told("e-2", Shop.bought("1001", BOUGHT), BOUGHT);
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada")));

        Customer folded = Fold.into(Fold.into(ada, shipped, TestStores.demo()), bought, TestStores.demo());

        assertThat(FoldOrders.newest(folded.shopping(), bought).map(Order::number))
                .contains("#1001");
    }

    private static StoreEvent told(String id, Event event, Instant at) {
        return new StoreEvent(
                id,
                "test",
                at,
                BOUGHT.plus(Duration.ofHours(2)),
                List.of(Ref.user("ada")),
                Optional.empty(),
                true,
                Profile.EMPTY,
                Consent.unknown(),
                KeyClass.SECRET,
                false,
                event);
    }
}
