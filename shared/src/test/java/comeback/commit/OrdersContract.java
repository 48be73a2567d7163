package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Orders} does. */
public abstract class OrdersContract {
    protected abstract TablePorts table();

    private static Commit keeping(Customer customer, Order order) {
        return new Commit(customer, List.of(), Set.of(), List.of(), List.of(order), Optional.empty());
    }

    @Test
    void an_order_nobody_reported_is_not_there() {
        assertThat(table().orders().find(Samples.STORE, Samples.order().id())).isEmpty();
    }

    @Test
    void an_order_comes_back_as_it_was_reported_to_its_own_store_only() {
        TablePorts table = table();

        table.customers().commit(Samples.STORE, keeping(Samples.ada(), Samples.order()));

        assertThat(table.orders().find(Samples.STORE, Samples.order().id())).contains(Samples.order());
        assertThat(table.orders().find(new StoreId("other"), Samples.order().id()))
                .isEmpty();
    }

    @Test
    void a_commit_that_comes_too_late_keeps_no_order() {
        TablePorts table = table();
        table.customers().commit(Samples.STORE, Samples.plain(Samples.ada()));

        table.customers().commit(Samples.STORE, keeping(Samples.ada(), Samples.order()));

        assertThat(table.orders().find(Samples.STORE, Samples.order().id())).isEmpty();
    }

    @Test
    void a_later_report_of_an_order_takes_the_place_of_the_earlier() {
        TablePorts table = table();
        Order changed = new Order(
                Samples.order().id(),
                "#1001 b",
                Samples.NOW,
                Order.Payment.PENDING,
                List.of(),
                0,
                Samples.order().amounts(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        table.customers().commit(Samples.STORE, keeping(Samples.ada(), Samples.order()));

        table.customers().commit(Samples.STORE, keeping(Samples.ada().withVersion(1), changed));

        assertThat(table.orders().find(Samples.STORE, changed.id())).contains(changed);
    }
}
