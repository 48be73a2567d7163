package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Wanted;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.Ref;
import comeback.customer.Seen;
import comeback.customer.Suppression;
import comeback.wave.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Erasures} does. */
public abstract class ErasuresContract {
    private static final Wanted MUG = new Wanted("mug", "small");

    protected abstract TablePorts table();

    protected abstract Erasures erasures();

    protected abstract WaitingList waiting();

    protected abstract Sightings sightings();

    private Customer knownAda() {
        table().customers()
                .commit(
                        Samples.STORE,
                        new Commit(
                                Samples.ada(),
                                List.of(),
                                Set.of(),
                                List.of(Samples.message("cart-1")),
                                List.of(Samples.order()),
                                Optional.of(Samples.log(
                                        "e-1", Samples.message("cart-1").id()))));
        return table().customers().at(Samples.STORE, Samples.ADA);
    }

    @Test
    void where_the_customer_lay_a_stone_lies_that_knows_no_address() {
        TablePorts table = table();
        Forgotten stone = Forgotten.instead(knownAda(), Samples.NOW);

        assertThat(erasures().bury(Samples.STORE, stone)).isTrue();

        Slot slot = table.customers().find(Samples.STORE, Samples.ADA);
        assertThat(slot).isInstanceOfSatisfying(Slot.Gone.class, gone -> {
            assertThat(gone.stone())
                    .isEqualTo(new Forgotten(Samples.ADA, 2, Samples.NOW, stone.suppressions(), stone.state()));
            assertThat(gone.stone().suppressions())
                    .extracting(Suppression::inbox)
                    .noneMatch(inbox -> inbox.contains("@"));
        });
        assertThat(table.customers().at(Samples.STORE, Samples.ADA)).isEqualTo(Customer.unknown(Samples.ADA));
    }

    @Test
    void whoever_changed_meanwhile_is_not_buried_as_they_were() {
        Forgotten stone = Forgotten.instead(knownAda(), Samples.NOW);
        table().customers().commit(Samples.STORE, Samples.plain(Samples.ada().withVersion(1)));

        assertThat(erasures().bury(Samples.STORE, stone)).isFalse();

        assertThat(table().customers().find(Samples.STORE, Samples.ADA)).isInstanceOf(Slot.Here.class);
    }

    @Test
    void who_decided_before_comes_too_late() {
        Customer seen = knownAda();
        erasures().bury(Samples.STORE, Forgotten.instead(seen, Samples.NOW));

        assertThat(table().customers().commit(Samples.STORE, Samples.plain(seen)))
                .isInstanceOf(Committed.Stale.class);
        assertThat(table().customers().commit(Samples.STORE, Samples.plain(Samples.ada())))
                .isInstanceOf(Committed.Stale.class);
    }

    @Test
    void lines_messages_orders_and_requests_go_and_then_there_are_none() {
        TablePorts table = table();
        knownAda();
        waiting()
                .ask(
                        Samples.STORE,
                        MUG,
                        new Waiter(Samples.ADA, Samples.NOW, Samples.NOW.plus(Duration.ofDays(90))),
                        WaitingList.REQUESTS_MAX);

        assertThat(erasures().clear(Samples.STORE, Samples.ADA)).isTrue();
        assertThat(erasures().clear(Samples.STORE, Samples.ADA)).isFalse();

        assertThat(table.timelines()
                        .page(Samples.STORE, Samples.ada(), Optional.empty(), 10)
                        .lines())
                .isEmpty();
        assertThat(table.messages()
                        .find(Samples.STORE, Samples.message("cart-1").id()))
                .isEmpty();
        assertThat(table.orders().find(Samples.STORE, Samples.order().id())).isEmpty();
        assertThat(waiting().first(Samples.STORE, MUG, 10)).isEmpty();
    }

    @Test
    void what_they_saw_goes_and_what_others_saw_stays() {
        CustomerId bob = CustomerId.of(Ref.user("bob"));
        Seen mug = new Seen("mug", Optional.empty(), Optional.empty(), Samples.NOW, Seen.How.LOOKED);
        sightings().note(Samples.STORE, Samples.ADA, mug);
        sightings().note(Samples.STORE, bob, mug);

        assertThat(erasures().clear(Samples.STORE, Samples.ADA)).isTrue();
        assertThat(erasures().clear(Samples.STORE, Samples.ADA)).isFalse();

        assertThat(sightings().page(Samples.STORE, "mug", Optional.empty(), 10))
                .extracting(Waiter::customer)
                .containsExactly(bob);
    }

    @Test
    void a_long_life_goes_page_by_page() {
        TablePorts table = table();
        knownAda();
        int lines = Erasures.PAGE + 3;
        IntStream.range(0, lines)
                .forEach(i -> table.customers().log(Samples.STORE, Samples.ADA, Samples.log("more-" + i)));

        assertThat(erasures().clear(Samples.STORE, Samples.ADA)).isTrue();
        assertThat(erasures().clear(Samples.STORE, Samples.ADA)).isTrue();
        assertThat(erasures().clear(Samples.STORE, Samples.ADA)).isFalse();
    }

    @Test
    void nobody_elses_things_go() {
        TablePorts table = table();
        knownAda();
        CustomerId bob = CustomerId.of(Ref.user("bob"));
        table.customers().log(Samples.STORE, bob, Samples.log("e-2"));

        while (erasures().clear(Samples.STORE, Samples.ADA)) {
            assertThat(table.customers().find(Samples.STORE, Samples.ADA)).isInstanceOf(Slot.Here.class);
        }

        assertThat(table.timelines()
                        .page(Samples.STORE, Customer.unknown(bob), Optional.empty(), 10)
                        .lines())
                .hasSize(1);
    }

    @Test
    void an_order_that_no_line_names_goes_by_its_id() {
        TablePorts table = table();
        knownAda();

        erasures().clear(Samples.STORE, List.of(Samples.order().id()));
        erasures().clear(Samples.STORE, List.of(Samples.order().id()));
        erasures().clear(Samples.STORE, List.of());

        assertThat(table.orders().find(Samples.STORE, Samples.order().id())).isEmpty();
    }

    @Test
    void the_stone_waits_for_its_second_look_until_it_is_finished() {
        TablePorts table = table();
        Forgotten stone = Forgotten.instead(knownAda(), Samples.NOW);
        erasures().bury(Samples.STORE, stone);
        Forgotten lying = ((Slot.Gone) table.customers().find(Samples.STORE, Samples.ADA)).stone();

        assertThat(overdue(stone.lookAgainAt().plusSeconds(1)))
                .containsExactly(new DueItems.DueItem.OfCustomer(Samples.STORE, Samples.ADA));
        assertThat(overdue(stone.lookAgainAt())).isEmpty();

        assertThat(erasures().finish(Samples.STORE, lying, Samples.NOW.plusSeconds(700)))
                .isTrue();
        assertThat(erasures().finish(Samples.STORE, lying, Samples.NOW.plusSeconds(800)))
                .isFalse();

        assertThat(overdue(stone.lookAgainAt().plusSeconds(1))).isEmpty();
        assertThat(((Slot.Gone) table.customers().find(Samples.STORE, Samples.ADA))
                        .stone()
                        .doneAt())
                .contains(Samples.NOW.plusSeconds(700));
    }

    @Test
    void what_is_learned_of_an_address_later_stays_with_the_stone_and_leaves_it_as_far_as_it_is() {
        TablePorts table = table();
        erasures().bury(Samples.STORE, Forgotten.instead(knownAda(), Samples.NOW));
        Suppression bounced = new Suppression("ada@example.org", Suppression.Reason.HARD_BOUNCE, Samples.NOW);

        Forgotten underWay = stone(table);
        assertThat(erasures().bury(Samples.STORE, underWay.with(bounced))).isTrue();
        assertThat(overdue(underWay.lookAgainAt().plusSeconds(1))).hasSize(1);
        assertThat(stone(table).suppressions()).contains(bounced.hashed());

        assertThat(erasures().finish(Samples.STORE, stone(table), Samples.NOW.plusSeconds(700)))
                .isTrue();
        Suppression complained = new Suppression("ada@example.net", Suppression.Reason.COMPLAINT, Samples.NOW);
        assertThat(erasures().finish(Samples.STORE, stone(table).with(complained), Samples.NOW.plusSeconds(700)))
                .isTrue();
        assertThat(stone(table).suppressions()).contains(bounced.hashed(), complained.hashed());
        assertThat(stone(table).doneAt()).contains(Samples.NOW.plusSeconds(700));
        assertThat(overdue(underWay.lookAgainAt().plusSeconds(1))).isEmpty();
    }

    private static Forgotten stone(TablePorts table) {
        return ((Slot.Gone) table.customers().find(Samples.STORE, Samples.ADA)).stone();
    }

    private List<DueItems.DueItem> overdue(Instant now) {
        return IntStream.range(0, DueItems.PARTITIONS)
                .boxed()
                .flatMap(part -> table().dueItems().before(DueItems.Queue.TO_LOOK_AFTER, part, now, 10).stream())
                .filter(item -> item instanceof DueItems.DueItem.OfCustomer)
                .toList();
    }
}
