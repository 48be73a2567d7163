package comeback.wake;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Commit;
import comeback.commit.DueItems;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemorySendingAccount;
import comeback.commit.InMemoryTable;
import comeback.commit.Issue;
import comeback.commit.Messages;
import comeback.commit.Samples;
import comeback.commit.SendingAccount.Circuit;
import comeback.commit.SendingAccount.Quota;
import comeback.commit.SendingAccount.Scope;
import comeback.commit.TablePorts;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Terms;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Messages that were put back until nine o'clock, and a clock that goes on when wake lets time pass. */
class WaitingTest {
    private static final Instant NINE = Samples.NOW;
    private static final Scope ACCOUNT = new Scope.Account();

    private final TablePorts table = new InMemoryTable().ports();
    private final InMemorySendingAccount account = new InMemorySendingAccount();
    private final InMemoryAlarms alarms = new InMemoryAlarms();
    private final List<Message> shown = new ArrayList<>();
    private final TreeMap<Instant, Integer> shownAt = new TreeMap<>();
    private Instant now = NINE;
    private boolean isTimeStanding;
    private final Waiting waiting = new Waiting(
            new Watched(table.messages()),
            table.dueItems(),
            account,
            alarms,
            until -> now = isTimeStanding ? now : until,
            () -> now);

    /** Writes down what is shown. */
    private final class Watched implements Messages {
        private final Messages messages;

        Watched(Messages messages) {
            this.messages = messages;
        }

        @Override
        public Optional<Message> find(StoreId store, MessageId id) {
            return messages.find(store, id);
        }

        @Override
        public Claim claim(Message message, Customer next, MessageState.Claimed claim, Optional<Issue> issue) {
            return messages.claim(message, next, claim, issue);
        }

        @Override
        public boolean change(Message seen, MessageState next) {
            return messages.change(seen, next);
        }

        @Override
        public boolean learn(StoreId store, MessageId id, Feedback feedback) {
            return messages.learn(store, id, feedback);
        }

        @Override
        public void touch(Message seen, Instant sweepAgainAt) {
            shown.add(seen);
            shownAt.merge(now, 1, Integer::sum);
            messages.touch(seen, sweepAgainAt);
        }
    }

    private void putBack(int count, MessageClass messageClass, Instant bornAt) {
        putBack(count, messageClass, bornAt, NINE);
    }

    private void putBack(int count, MessageClass messageClass, Instant bornAt, Instant until) {
        for (int i = 0; i < count; i++) {
            CustomerId customer = CustomerId.of(Ref.user(messageClass + bornAt.toString() + i));
            Message message = new Message(
                    MessageId.of(Samples.STORE, "flow", customer.value(), "letter"),
                    Samples.STORE,
                    customer,
                    "flow",
                    "abcd",
                    customer.value(),
                    "letter",
                    Optional.empty(),
                    messageClass,
                    Terms.usual(messageClass),
                    new About.TheCustomer(),
                    bornAt,
                    new MessageState.Due(until, 0),
                    Optional.empty());
            table.customers()
                    .commit(
                            Samples.STORE,
                            new Commit(
                                    Customer.unknown(customer),
                                    List.of(),
                                    Set.of(),
                                    List.of(message),
                                    List.of(),
                                    Optional.empty()));
        }
    }

    private void sesTakes(double perSecond) {
        account.keep(new Quota(perSecond, 50_000, 0, NINE));
    }

    private Map<String, Object> show() {
        return waiting.show(now.plus(Waiting.SHOWS_FOR)).toMap();
    }

    @Test
    void a_campaign_goes_out_at_the_rate_that_ses_allows_and_the_next_minute_goes_on_with_it() {
        sesTakes(14);
        putBack(1_000, MessageClass.MARKETING, NINE.minusSeconds(60));

        show();

        // Four fifths of 14 a second, in each of 45 seconds.
        assertThat(shownAt).hasSize(45).containsValue(11);
        assertThat(shownAt.values()).containsOnly(11);
        assertThat(alarms.forWaiting()).containsExactly(NINE.plusSeconds(60));

        now = NINE.plusSeconds(60);
        show();
        assertThat(shown).hasSize(990).doesNotHaveDuplicates();
        now = NINE.plusSeconds(120);
        show();
        assertThat(shown).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(alarms.forWaiting()).hasSize(2);
    }

    @Test
    void what_an_order_waits_for_goes_before_a_thousand_older_advertisements() {
        sesTakes(14);
        putBack(1_000, MessageClass.MARKETING, NINE.minusSeconds(600));
        putBack(30, MessageClass.TRANSACTIONAL, NINE.minusSeconds(60));

        show();

        assertThat(shown.subList(0, 30)).extracting(Message::messageClass).containsOnly(MessageClass.TRANSACTIONAL);
        assertThat(shownAt.get(NINE)).isEqualTo(14);
    }

    @Test
    void of_the_same_kind_the_oldest_goes_first() {
        sesTakes(100);
        putBack(3, MessageClass.MARKETING, NINE.minusSeconds(60));
        putBack(3, MessageClass.MARKETING, NINE.minusSeconds(120));

        show();

        assertThat(shown).extracting(Message::bornAt).isSorted().hasSize(6);
        assertThat(alarms.forWaiting()).isEmpty();
    }

    @Test
    void failure_mode_20_while_ses_takes_nothing_one_message_finds_out_and_a_receipt_if_there_is_one() {
        sesTakes(14);
        account.change(
                ACCOUNT, Optional.empty(), Optional.of(new Circuit(Circuit.Cause.PAUSED, NINE.minusSeconds(60), NINE)));
        putBack(50, MessageClass.MARKETING, NINE.minusSeconds(600));
        putBack(2, MessageClass.TRANSACTIONAL, NINE.minusSeconds(60));

        show();

        assertThat(shown).extracting(Message::messageClass).containsExactly(MessageClass.TRANSACTIONAL);
        // The one that was shown has its own alarm when it is put back.
        assertThat(alarms.forWaiting()).isEmpty();
    }

    @Test
    void while_it_is_not_yet_time_to_find_out_nothing_is_shown_and_an_alarm_is_set_for_then() {
        account.change(
                ACCOUNT,
                Optional.empty(),
                Optional.of(new Circuit(Circuit.Cause.PAUSED, NINE.minusSeconds(60), NINE.plusSeconds(200))));
        putBack(50, MessageClass.MARKETING, NINE.minusSeconds(600));

        show();

        assertThat(shown).isEmpty();
        assertThat(alarms.forWaiting()).containsExactly(NINE.plusSeconds(240));
    }

    @Test
    void no_more_are_shown_than_the_day_has_left_and_advertisements_leave_the_rest_to_receipts() {
        account.keep(new Quota(14, 200, 158, NINE));
        putBack(50, MessageClass.MARKETING, NINE.minusSeconds(600));
        show();
        assertThat(shown).hasSize(2);

        account.keep(new Quota(14, 200, 197, NINE.plusSeconds(1)));
        putBack(50, MessageClass.TRANSACTIONAL, NINE.minusSeconds(600));
        shown.clear();
        show();
        assertThat(shown).hasSize(3).extracting(Message::messageClass).containsOnly(MessageClass.TRANSACTIONAL);
        // The sweeper comes by again in some minutes; before that the day has no more.
        assertThat(alarms.forWaiting()).isEmpty();
    }

    @Test
    void when_the_day_is_used_up_one_is_shown_so_that_ses_is_asked_again() {
        account.keep(new Quota(14, 200, 200, NINE));
        putBack(50, MessageClass.TRANSACTIONAL, NINE.minusSeconds(600));

        show();

        assertThat(shown).hasSize(1);
        // And nobody rests for what will not go.
        assertThat(now).isEqualTo(NINE);
    }

    @Test
    void what_is_not_worth_sending_any_more_is_settled_while_ses_takes_nothing() {
        account.change(
                ACCOUNT,
                Optional.empty(),
                Optional.of(new Circuit(Circuit.Cause.DAILY_QUOTA, NINE.minusSeconds(60), NINE.plusSeconds(200))));
        putBack(5, MessageClass.TRANSACTIONAL, NINE.minus(Duration.ofDays(4)));
        putBack(1, MessageClass.TRANSACTIONAL, NINE.minusSeconds(600));

        show();

        assertThat(shown).hasSize(5).allMatch(message -> NINE.isAfter(message.goodUntil()));
    }

    @Test
    void what_is_put_back_until_later_is_not_shown_yet() {
        putBack(1, MessageClass.MARKETING, NINE.minusSeconds(60), NINE.plusSeconds(60));

        assertThat(show()).isEqualTo(Map.of("messages", 0));
        now = NINE.plusSeconds(60);
        assertThat(show()).isEqualTo(Map.of("messages", 1));
        assertThat(show()).isEqualTo(Map.of("messages", 0));
    }

    @Test
    void what_was_born_just_now_is_on_the_stream_and_is_shown_only_when_it_was_lost_there() {
        putBack(1, MessageClass.TRANSACTIONAL, NINE, NINE);

        assertThat(show()).isEqualTo(Map.of("messages", 0));
        now = NINE.plus(Duration.ofMinutes(3));
        assertThat(show()).isEqualTo(Map.of("messages", 1));
    }

    @Test
    void where_time_stands_still_a_second_is_shown_and_an_alarm_does_the_rest() {
        isTimeStanding = true;
        sesTakes(2);
        putBack(5, MessageClass.TRANSACTIONAL, NINE.minusSeconds(60));

        show();

        assertThat(shown.stream().map(Message::id).collect(Collectors.toSet())).hasSize(2);
        assertThat(alarms.forWaiting()).containsExactly(NINE.plusSeconds(60));
    }

    @Test
    void how_long_a_receipt_has_been_waiting_for_is_seen_however_often_it_was_put_back() {
        putBack(1, MessageClass.TRANSACTIONAL, NINE.minusSeconds(1_800), NINE);
        putBack(1, MessageClass.TRANSACTIONAL, NINE.minusSeconds(60), NINE);

        assertThat(waiting.show(NINE).oldest()).isEqualTo(Map.of(DueItems.Queue.RECEIPTS, NINE.minusSeconds(1_800)));
    }
}
