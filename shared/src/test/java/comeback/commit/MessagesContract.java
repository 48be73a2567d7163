package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Messages.Claim;
import comeback.customer.Customer;
import comeback.customer.RecentMails;
import comeback.message.Feedback;
import comeback.message.Feedback.Kind;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Messages} does. */
public abstract class MessagesContract {
    private static final MessageState.Claimed MINE = new MessageState.Claimed("me", Samples.NOW.plusSeconds(90), 1);
    private static final MessageState.Accepted ACCEPTED = new MessageState.Accepted("ses-1", Samples.NOW);

    protected abstract TablePorts table();

    /** Ada as seen at that version, remembering a mail. */
    private static Customer ada(long version) {
        RecentMails mails = Samples.ada().recentMails();
        return Samples.ada()
                .withVersion(version)
                .with(mails.with(Samples.message("cart-1").sentAt(Samples.NOW.plusSeconds(5))));
    }

    private static Message born(TablePorts table) {
        table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada(), Samples.message("cart-1")));
        return Samples.message("cart-1");
    }

    @Test
    void a_due_message_is_claimed_by_one() {
        TablePorts table = table();
        Message message = born(table);

        assertThat(table.messages().claim(message, ada(1), MINE)).isEqualTo(Claim.TAKEN);
        assertThat(table.messages().claim(message, ada(1), new MessageState.Claimed("you", Samples.NOW, 1)))
                .isEqualTo(Claim.NOT_DUE);

        assertThat(table.messages().find(Samples.STORE, message.id())).contains(message.with(MINE));
    }

    @Test
    void what_a_letter_goes_without_is_kept_with_it_and_a_second_attempt_says_it_anew() {
        TablePorts table = table();
        Message message = born(table);
        Ruling soldOut = new Ruling("stock", "mug", "the mug is sold out", "It would have been in it.");

        table.messages().claim(message.leavingOut(List.of(soldOut)), ada(1), MINE);
        assertThat(table.messages()
                        .find(Samples.STORE, message.id())
                        .orElseThrow()
                        .leftOut())
                .containsExactly(soldOut);

        MessageState.Due again = new MessageState.Due(Samples.NOW, 0);
        table.messages().change(message.with(MINE), again);
        table.messages().claim(message.with(again), ada(2), MINE);
        assertThat(table.messages()
                        .find(Samples.STORE, message.id())
                        .orElseThrow()
                        .leftOut())
                .isEmpty();
    }

    @Test
    void a_message_is_not_claimed_when_its_customer_changed_since_we_looked() {
        TablePorts table = table();
        Message message = born(table);
        table.customers().commit(Samples.STORE, Samples.plain(Samples.ada().withVersion(1)));

        assertThat(table.messages().claim(message, ada(1), MINE)).isEqualTo(Claim.CUSTOMER_CHANGED);
        assertThat(table.messages().claim(message, ada(2), MINE)).isEqualTo(Claim.TAKEN);
    }

    @Test
    void the_customer_remembers_what_was_claimed_and_their_alarm_stands() {
        TablePorts table = table();
        Message message = born(table);

        table.messages().claim(message, ada(1).withAlarmAt(Optional.empty()), MINE);

        assertThat(table.customers().at(Samples.STORE, Samples.ADA))
                .isEqualTo(ada(2).withAlarmAt(Samples.ada().alarmAt()));
    }

    @Test
    void of_two_messages_of_one_customer_seen_at_once_one_is_claimed_and_the_other_looks_again() {
        TablePorts table = table();
        Message other = Samples.message("cart-2");
        table.customers().commit(Samples.STORE, Samples.bearing(Samples.ada(), Samples.message("cart-1"), other));

        assertThat(table.messages().claim(Samples.message("cart-1"), ada(1), MINE))
                .isEqualTo(Claim.TAKEN);
        assertThat(table.messages().claim(other, ada(1), MINE)).isEqualTo(Claim.CUSTOMER_CHANGED);

        assertThat(table.messages().find(Samples.STORE, other.id())).contains(other);
        assertThat(table.messages().claim(other, ada(2), MINE)).isEqualTo(Claim.TAKEN);
    }

    @Test
    void what_became_of_a_message_is_settled_once() {
        TablePorts table = table();
        Message message = born(table);
        table.messages().claim(message, ada(1), MINE);

        assertThat(table.messages().change(message.with(MINE), ACCEPTED)).isTrue();
        assertThat(table.messages().change(message.with(MINE), new MessageState.Unknown(Samples.NOW)))
                .isFalse();

        assertThat(table.messages().find(Samples.STORE, message.id())).contains(message.with(ACCEPTED));
    }

    @Test
    void a_claim_of_an_older_attempt_settles_nothing() {
        TablePorts table = table();
        Message message = born(table);
        table.messages().claim(message, ada(1), MINE);

        boolean settled = table.messages()
                .change(message.with(new MessageState.Claimed("someone before me", MINE.leaseUntil(), 1)), ACCEPTED);

        assertThat(settled).isFalse();
    }

    @Test
    void a_graver_report_is_never_forgotten_for_a_lighter_one() {
        TablePorts table = table();
        Message message = born(table);
        Messages messages = table.messages();

        assertThat(messages.learn(Samples.STORE, message.id(), new Feedback(Kind.DELIVERED, Samples.NOW)))
                .isTrue();
        assertThat(messages.learn(Samples.STORE, message.id(), new Feedback(Kind.COMPLAINT, Samples.NOW)))
                .isTrue();
        assertThat(messages.learn(Samples.STORE, message.id(), new Feedback(Kind.DELIVERED, Samples.NOW)))
                .isFalse();
        assertThat(messages.learn(Samples.STORE, message.id(), new Feedback(Kind.COMPLAINT, Samples.NOW)))
                .isFalse();

        assertThat(messages.find(Samples.STORE, message.id()).orElseThrow().feedback())
                .contains(new Feedback(Kind.COMPLAINT, Samples.NOW));
    }

    /** All 120 orders of five reports, each report told eight times. */
    @Test
    void failure_mode_23_in_whatever_order_and_how_often_reports_come_the_gravest_stands() {
        TablePorts table = table();
        List<Kind> reports = List.of(Kind.SENT, Kind.DELAYED, Kind.DELIVERED, Kind.SOFT_BOUNCE, Kind.COMPLAINT);
        long version = 0;
        for (List<Kind> order : orders(reports)) {
            Message message = Samples.message("cart-" + version);
            table.customers()
                    .commit(Samples.STORE, Samples.bearing(Samples.ada().withVersion(version), message));
            version++;

            for (Kind kind : order) {
                for (int i = 0; i < 8; i++) {
                    table.messages().learn(Samples.STORE, message.id(), new Feedback(kind, Samples.NOW));
                }
            }

            assertThat(table.messages()
                            .find(Samples.STORE, message.id())
                            .orElseThrow()
                            .feedback())
                    .as("%s", order)
                    .contains(new Feedback(Kind.COMPLAINT, Samples.NOW));
        }
        assertThat(version).isEqualTo(120);
    }

    private static List<List<Kind>> orders(List<Kind> kinds) {
        if (kinds.isEmpty()) {
            return List.of(List.of());
        }
        return kinds.stream()
                .flatMap(first -> orders(
                                kinds.stream().filter(kind -> kind != first).toList())
                        .stream()
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()))
                .toList();
    }

    @Test
    void nothing_is_learnt_about_a_message_that_was_never_born() {
        MessageId unknown = Samples.message("never").id();
        TablePorts table = table();

        assertThat(table.messages().learn(Samples.STORE, unknown, new Feedback(Kind.SENT, Samples.NOW)))
                .isFalse();
        assertThat(table.messages().find(Samples.STORE, unknown)).isEmpty();
    }

    @Test
    void a_report_stays_when_the_message_is_settled_after_it() {
        TablePorts table = table();
        Message message = born(table);
        table.messages().claim(message, ada(1), MINE);
        table.messages().learn(Samples.STORE, message.id(), new Feedback(Kind.SENT, Samples.NOW));

        table.messages().change(message.with(MINE), ACCEPTED);

        assertThat(table.messages().find(Samples.STORE, message.id()))
                .contains(message.with(ACCEPTED).with(new Feedback(Kind.SENT, Samples.NOW)));
    }

    @Test
    void another_store_finds_no_message_of_this_one() {
        TablePorts table = table();
        Message message = born(table);

        assertThat(table.messages().find(new StoreId("other"), message.id())).isEmpty();
    }

    @Test
    void what_was_never_born_is_neither_claimed_nor_settled() {
        TablePorts table = table();
        table.customers().commit(Samples.STORE, Samples.plain(Samples.ada()));
        Message never = Samples.message("never");

        assertThat(table.messages().claim(never, ada(1), MINE)).isEqualTo(Claim.NOT_DUE);
        assertThat(table.messages().change(never, ACCEPTED)).isFalse();
        assertThat(table.messages().find(Samples.STORE, never.id())).isEmpty();
    }

    @Test
    void a_message_that_is_neither_due_nor_its_customer_as_seen_is_not_due_before_all() {
        TablePorts table = table();
        Message message = born(table);
        table.messages().claim(message, ada(1), MINE);

        assertThat(table.messages().claim(message, ada(7), MINE)).isEqualTo(Claim.NOT_DUE);
    }

    @Test
    void a_message_that_was_put_back_may_be_claimed_by_somebody_else() {
        TablePorts table = table();
        Message message = born(table);
        MessageState.Due later = new MessageState.Due(Samples.NOW.plusSeconds(60), 1);
        MessageState.Claimed yours = new MessageState.Claimed("you", Samples.NOW.plusSeconds(200), 2);
        table.messages().claim(message, ada(1), MINE);

        assertThat(table.messages().change(message.with(MINE), later)).isTrue();

        assertThat(table.messages().claim(message, ada(2), yours)).isEqualTo(Claim.NOT_DUE);
        assertThat(table.messages().claim(message.with(later), ada(2), yours)).isEqualTo(Claim.TAKEN);
    }
}
