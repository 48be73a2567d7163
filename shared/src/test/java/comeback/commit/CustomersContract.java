package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.message.Message;
import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Customers} does. */
public abstract class CustomersContract {
    private static final Commit ADA_IS_NEW = Samples.plain(Samples.ada());

    protected abstract TablePorts table();

    @Test
    void somebody_never_met_is_nobody() {
        assertThat(table().customers().find(Samples.STORE, Samples.ADA)).isInstanceOf(Slot.Nobody.class);
        assertThat(table().customers().at(Samples.STORE, Samples.ADA)).isEqualTo(Customer.unknown(Samples.ADA));
    }

    @Test
    void a_customer_comes_back_as_saved_one_version_later() {
        Customers customers = table().customers();

        assertThat(customers.commit(Samples.STORE, ADA_IS_NEW)).isInstanceOf(Committed.Saved.class);

        assertThat(customers.at(Samples.STORE, Samples.ADA))
                .isEqualTo(Samples.ada().withVersion(1));
    }

    @Test
    void another_store_sees_nothing_of_them() {
        Customers customers = table().customers();
        customers.commit(Samples.STORE, ADA_IS_NEW);

        assertThat(customers.find(new StoreId("other"), Samples.ADA)).isInstanceOf(Slot.Nobody.class);
    }

    @Test
    void of_two_who_saw_the_same_version_one_comes_too_late() {
        Customers customers = table().customers();
        customers.commit(Samples.STORE, ADA_IS_NEW);
        Customer seen = customers.at(Samples.STORE, Samples.ADA);
        Customer withdrawn = seen.with((Consent) new Consent.Withdrawn(Samples.NOW, "form"));

        assertThat(customers.commit(Samples.STORE, Samples.plain(withdrawn))).isInstanceOf(Committed.Saved.class);
        assertThat(customers.commit(Samples.STORE, Samples.plain(seen))).isInstanceOf(Committed.Stale.class);

        assertThat(customers.at(Samples.STORE, Samples.ADA)).isEqualTo(withdrawn.withVersion(2));
    }

    @Test
    void somebody_new_is_new_once() {
        Customers customers = table().customers();

        assertThat(customers.commit(Samples.STORE, ADA_IS_NEW)).isInstanceOf(Committed.Saved.class);
        assertThat(customers.commit(Samples.STORE, ADA_IS_NEW)).isInstanceOf(Committed.Stale.class);
    }

    @Test
    void messages_and_orders_are_stored_with_the_customer() {
        TablePorts table = table();

        table.customers()
                .commit(
                        Samples.STORE,
                        new Commit(
                                Samples.ada(),
                                List.of(),
                                Set.of(),
                                List.of(Samples.message("cart-1")),
                                List.of(Samples.order()),
                                Optional.of(Samples.log("e-1"))));

        assertThat(table.messages()
                        .find(Samples.STORE, Samples.message("cart-1").id()))
                .contains(Samples.message("cart-1"));
        assertThat(table.orders().find(Samples.STORE, Samples.order().id())).contains(Samples.order());
        assertThat(table.customers().at(Samples.STORE, Samples.ADA).version()).isEqualTo(1);
    }

    @Test
    void a_message_that_was_born_before_is_named_and_nothing_is_stored() {
        TablePorts table = table();
        table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada(), Samples.message("cart-1")));

        Committed again = table.customers()
                .commit(
                        Samples.STORE,
                        Samples.bearing(
                                Samples.ada().withVersion(1), Samples.message("cart-1"), Samples.message("cart-2")));

        assertThat(again)
                .isEqualTo(new Committed.AlreadyDone(
                        Set.of(Samples.message("cart-1").id())));
        assertThat(table.messages()
                        .find(Samples.STORE, Samples.message("cart-2").id()))
                .isEmpty();
        assertThat(table.customers().at(Samples.STORE, Samples.ADA).version()).isEqualTo(1);
    }

    @Test
    void a_transaction_with_an_old_version_stores_nothing() {
        TablePorts table = table();
        table.customers().commit(Samples.STORE, ADA_IS_NEW);

        Committed late =
                table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada(), Samples.message("cart-1")));

        assertThat(late).isInstanceOf(Committed.Stale.class);
        assertThat(table.messages()
                        .find(Samples.STORE, Samples.message("cart-1").id()))
                .isEmpty();
    }

    @Test
    void who_turns_out_to_be_someone_else_is_found_there() {
        Customers customers = table().customers();
        CustomerId browser = CustomerId.of(Ref.anonymous("a-1"));
        CustomerId address = CustomerId.of(new Ref(Ref.Kind.EMAIL, "ada@example.com"));
        customers.commit(Samples.STORE, Samples.plain(Customer.unknown(browser)));

        Committed merged = customers.commit(
                Samples.STORE,
                new Commit(
                        Samples.ada(),
                        List.of(new Commit.Merged(browser, 1)),
                        Set.of(address),
                        List.of(),
                        List.of(),
                        Optional.empty()));

        assertThat(merged).isInstanceOf(Committed.Saved.class);
        assertThat(customers.find(Samples.STORE, browser)).isEqualTo(new Slot.Moved(Samples.ADA));
        assertThat(customers.at(Samples.STORE, browser).id()).isEqualTo(Samples.ADA);
        assertThat(customers.at(Samples.STORE, address).id()).isEqualTo(Samples.ADA);
    }

    @Test
    void nobody_is_merged_who_changed_meanwhile() {
        Customers customers = table().customers();
        CustomerId browser = CustomerId.of(Ref.anonymous("a-1"));
        customers.commit(Samples.STORE, Samples.plain(Customer.unknown(browser)));
        customers.commit(Samples.STORE, Samples.plain(Customer.unknown(browser).withVersion(1)));

        Committed merged = customers.commit(
                Samples.STORE,
                new Commit(
                        Samples.ada(),
                        List.of(new Commit.Merged(browser, 1)),
                        Set.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()));

        assertThat(merged).isInstanceOf(Committed.Stale.class);
        assertThat(customers.find(Samples.STORE, Samples.ADA)).isInstanceOf(Slot.Nobody.class);
    }

    @Test
    void a_sign_is_never_put_where_a_customer_lies_but_may_be_turned() {
        Customers customers = table().customers();
        CustomerId browser = CustomerId.of(Ref.anonymous("a-1"));
        CustomerId bob = CustomerId.of(Ref.user("bob"));
        Commit adaHasBrowser =
                new Commit(Samples.ada(), List.of(), Set.of(browser), List.of(), List.of(), Optional.empty());
        Commit bobHasBrowser =
                new Commit(Customer.unknown(bob), List.of(), Set.of(browser), List.of(), List.of(), Optional.empty());
        Commit bobHasAda = new Commit(
                Customer.unknown(bob).withVersion(1),
                List.of(),
                Set.of(Samples.ADA),
                List.of(),
                List.of(),
                Optional.empty());

        assertThat(customers.commit(Samples.STORE, adaHasBrowser)).isInstanceOf(Committed.Saved.class);
        assertThat(customers.commit(Samples.STORE, bobHasBrowser)).isInstanceOf(Committed.Saved.class);
        assertThat(customers.at(Samples.STORE, browser).id()).isEqualTo(bob);
        assertThat(customers.commit(Samples.STORE, bobHasAda)).isInstanceOf(Committed.Stale.class);
    }

    @Test
    void whatever_letters_a_name_has_it_comes_back_as_it_was() {
        Customers customers = table().customers();
        Profile profile =
                new Profile(Optional.of("🥑 İşıl 최 \"' \\"), Optional.empty(), Optional.empty(), Optional.empty());
        Customer named = Samples.ada().with(profile);

        customers.commit(Samples.STORE, Samples.plain(named));

        assertThat(customers.at(Samples.STORE, Samples.ADA).profile()).isEqualTo(profile);
    }

    @Test
    void a_line_of_the_timeline_that_is_written_twice_is_one() {
        TablePorts table = table();
        table.customers().log(Samples.STORE, Samples.ADA, Samples.log("e-1"));
        table.customers().log(Samples.STORE, Samples.ADA, Samples.log("e-1"));

        assertThat(table.timelines()
                        .page(Samples.STORE, Samples.ada(), Optional.empty(), 10)
                        .lines())
                .containsExactly(Samples.log("e-1"));
    }

    @Test
    void a_plain_commit_that_comes_too_late_has_written_its_line_for_its_repetition_writes_the_same() {
        TablePorts table = table();
        table.customers().commit(Samples.STORE, ADA_IS_NEW);
        Commit late =
                new Commit(Samples.ada(), List.of(), Set.of(), List.of(), List.of(), Optional.of(Samples.log("e-2")));

        assertThat(table.customers().commit(Samples.STORE, late)).isInstanceOf(Committed.Stale.class);

        assertThat(table.timelines()
                        .page(Samples.STORE, Samples.ada(), Optional.empty(), 10)
                        .lines())
                .hasSize(2);
    }

    @Test
    void somebody_who_is_someone_else_by_now_is_not_made_anew() {
        Customers customers = table().customers();
        CustomerId browser = CustomerId.of(Ref.anonymous("a-1"));
        customers.commit(
                Samples.STORE,
                new Commit(Samples.ada(), List.of(), Set.of(browser), List.of(), List.of(), Optional.empty()));

        assertThat(customers.commit(Samples.STORE, Samples.plain(Customer.unknown(browser))))
                .isInstanceOf(Committed.Stale.class);
        assertThat(customers.find(Samples.STORE, browser)).isEqualTo(new Slot.Moved(Samples.ADA));
    }

    @Test
    void as_many_letters_as_a_transaction_holds_are_born_at_once() {
        TablePorts table = table();
        // AWS takes a hundred writes: these, the customer and the line.
        Message[] letters = IntStream.range(0, 98)
                .mapToObj(number -> Samples.message("cart-" + number))
                .toArray(Message[]::new);

        assertThat(table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada(), letters)))
                .isInstanceOf(Committed.Saved.class);

        assertThat(table.messages().find(Samples.STORE, letters[97].id())).contains(letters[97]);
    }
}
