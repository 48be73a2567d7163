package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.message.Message;
import comeback.message.MessageState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link DueItems} does. */
public abstract class DueItemsContract {
    private static final Instant LATER = Instant.parse("2026-03-05T09:00:00Z");

    protected abstract TablePorts table();

    private static List<DueItem> before(TablePorts table, Instant time) {
        return Arrays.stream(Queue.values())
                .flatMap(queue -> in(queue, table, time).stream())
                .toList();
    }

    private static List<DueItem> in(Queue queue, TablePorts table, Instant time) {
        return IntStream.range(0, DueItems.PARTITIONS)
                .mapToObj(partition -> table.dueItems().before(queue, partition, time, 100))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void receipts_others_and_what_was_claimed_wait_apart_from_each_other() {
        TablePorts table = table();
        Message receipt = Samples.receipt("1001");
        Message other = Samples.message("cart-1");
        Message claimed = Samples.message("cart-2");
        Customer ada = Samples.ada().withAlarmAt(Optional.empty());
        table.customers().commit(Samples.STORE, Samples.bearing(ada, receipt));
        table.customers().commit(Samples.STORE, Samples.bearing(ada.withVersion(1), other));
        table.customers().commit(Samples.STORE, Samples.bearing(ada.withVersion(2), claimed));
        table.messages()
                .claim(claimed, ada.withVersion(3), new MessageState.Claimed("me", Samples.NOW.plusSeconds(90), 1));

        assertThat(in(Queue.RECEIPTS, table, LATER))
                .containsExactly(new DueItem.OfMessage(Samples.STORE, receipt.id()));
        assertThat(in(Queue.OTHERS, table, LATER)).containsExactly(new DueItem.OfMessage(Samples.STORE, other.id()));
        assertThat(in(Queue.TO_LOOK_AFTER, table, LATER))
                .containsExactly(new DueItem.OfMessage(Samples.STORE, claimed.id()));
    }

    @Test
    void a_customer_waits_from_the_alarm_on() {
        TablePorts table = table();
        table.customers().commit(Samples.STORE, Samples.plain(Samples.ada()));
        Instant alarm = Samples.ada().alarmAt().orElseThrow();

        assertThat(before(table, alarm)).isEmpty();
        assertThat(before(table, alarm.plusSeconds(1)))
                .containsExactly(new DueItem.OfCustomer(Samples.STORE, Samples.ADA));
    }

    @Test
    void a_customer_without_an_alarm_waits_for_nothing() {
        TablePorts table = table();
        table.customers().commit(Samples.STORE, Samples.plain(Samples.ada()));
        table.customers()
                .commit(
                        Samples.STORE,
                        Samples.plain(Samples.ada().withVersion(1).withAlarmAt(Optional.empty())));

        assertThat(before(table, LATER)).isEmpty();
    }

    @Test
    void a_message_waits_until_it_is_settled() {
        TablePorts table = table();
        Message message = Samples.message("cart-1");
        Customer ada = Samples.ada().withAlarmAt(Optional.empty());
        table.customers().commit(Samples.STORE, Samples.bearing(ada, message));
        assertThat(before(table, LATER)).containsExactly(new DueItem.OfMessage(Samples.STORE, message.id()));

        MessageState.Claimed claimed = new MessageState.Claimed("me", Samples.NOW.plusSeconds(90), 1);
        table.messages().claim(message, Samples.ada().withVersion(1), claimed);
        assertThat(before(table, Samples.NOW.plusSeconds(90))).isEmpty();
        assertThat(before(table, LATER)).hasSize(1);

        table.messages().change(message.with(claimed), new MessageState.Accepted("ses-1", Samples.NOW));
        assertThat(before(table, LATER)).isEmpty();
    }

    @Test
    void a_message_that_was_shown_to_the_sender_again_waits_anew() {
        TablePorts table = table();
        Message message = Samples.message("cart-1");
        table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada().withAlarmAt(Optional.empty()), message));

        table.messages().touch(message, LATER);

        assertThat(before(table, LATER)).isEmpty();
        assertThat(table.messages().find(Samples.STORE, message.id())).contains(message);
    }

    @Test
    void a_receipt_of_which_nobody_knows_waits_for_a_person_until_ses_tells_of_it() {
        TablePorts table = table();
        Message receipt = Samples.receipt("1001");
        Message advertisement = Samples.message("cart-1");
        table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada().withAlarmAt(Optional.empty()), receipt));
        table.customers()
                .commit(
                        Samples.STORE,
                        Samples.bearing(Samples.ada().withVersion(1).withAlarmAt(Optional.empty()), advertisement));
        MessageState.Unknown unknown = new MessageState.Unknown(Samples.NOW);

        table.messages().change(receipt, unknown);
        table.messages().change(advertisement, unknown);

        assertThat(table.dueItems().flagged(10)).containsExactly(new DueItem.OfMessage(Samples.STORE, receipt.id()));
        assertThat(before(table, LATER)).isEmpty();
        table.messages().change(receipt.with(unknown), new MessageState.Accepted("ses-1", Samples.NOW));
        assertThat(table.dueItems().flagged(10)).isEmpty();
    }

    @Test
    void a_page_holds_no_more_than_asked_for_and_the_earliest_first() {
        TablePorts table = table();
        List<CustomerId> inOnePartition = IntStream.range(0, 200)
                .mapToObj(i -> CustomerId.of(Ref.user("u" + i)))
                .filter(id -> Math.floorMod(id.value().hashCode(), DueItems.PARTITIONS) == 3)
                .limit(4)
                .toList();
        for (int i = 0; i < inOnePartition.size(); i++) {
            Instant at = Samples.NOW.plusSeconds(60L * (10 - i));
            table.customers()
                    .commit(
                            Samples.STORE,
                            Samples.plain(
                                    Customer.unknown(inOnePartition.get(i)).withAlarmAt(Optional.of(at))));
        }

        assertThat(table.dueItems().before(Queue.REVIEWS, 3, LATER, 2))
                .containsExactly(
                        new DueItem.OfCustomer(Samples.STORE, inOnePartition.get(3)),
                        new DueItem.OfCustomer(Samples.STORE, inOnePartition.get(2)));
    }

    @Test
    void who_turned_out_to_be_someone_else_waits_no_more_under_their_former_name() {
        TablePorts table = table();
        CustomerId browser = CustomerId.of(Ref.anonymous("a-1"));
        table.customers()
                .commit(Samples.STORE, Samples.plain(Customer.unknown(browser).withAlarmAt(Optional.of(Samples.NOW))));
        assertThat(before(table, LATER)).hasSize(1);

        table.customers()
                .commit(
                        Samples.STORE,
                        new Commit(
                                Samples.ada().withAlarmAt(Optional.empty()),
                                List.of(new Commit.Merged(browser, 1)),
                                Set.of(),
                                List.of(),
                                List.of(),
                                Optional.empty()));

        assertThat(before(table, LATER)).isEmpty();
    }

    @Test
    void what_is_settled_waits_no_more_when_it_is_touched() {
        TablePorts table = table();
        Message message = Samples.message("cart-1");
        Message settled = message.with(new MessageState.Accepted("ses-1", Samples.NOW));
        table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada().withAlarmAt(Optional.empty()), message));
        table.messages().change(message, settled.state());

        table.messages().touch(message, Samples.NOW);

        assertThat(before(table, LATER)).isEmpty();
    }

    @Test
    void a_page_of_what_waits_for_a_person_holds_no_more_than_asked_for_and_the_earliest_first() {
        TablePorts table = table();
        for (int i = 0; i < 3; i++) {
            Message receipt = Samples.receipt("100" + i);
            table.customers()
                    .commit(Samples.STORE, Samples.bearing(Samples.ada().withVersion(i), receipt));
            table.messages().change(receipt, new MessageState.Unknown(Samples.NOW.minusSeconds(60L * i)));
        }

        assertThat(table.dueItems().flagged(2))
                .containsExactly(
                        new DueItem.OfMessage(
                                Samples.STORE, Samples.receipt("1002").id()),
                        new DueItem.OfMessage(
                                Samples.STORE, Samples.receipt("1001").id()));
    }
}
