package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.commit.InMemorySendingAccount;
import comeback.commit.SendingAccount;
import comeback.commit.SendingAccount.Circuit;
import comeback.commit.SendingAccount.Circuit.Cause;
import comeback.commit.SendingAccount.Quota;
import comeback.commit.SendingAccount.Scope;
import comeback.customer.About;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Terms;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutletTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Scope ACCOUNT = new Scope.Account();
    private static final StoreId STORE = new StoreId("demo");
    private static final Message RECEIPT = message(STORE, MessageClass.TRANSACTIONAL);
    private static final Message ADVERTISEMENT = message(STORE, MessageClass.MARKETING);
    private static final Mailer.Answer ACCEPTED = new Mailer.Answer.Accepted("ses-1");

    private final SendingAccount account = new InMemorySendingAccount();
    private Instant now = START;
    private double perSecond = 10;
    private double sentLastDay;
    private boolean isSesSilent;
    private int asked;
    private final Outlet outlet = copy();

    /** One more copy of the sender, as Lambda starts them. */
    private Outlet copy() {
        return new Outlet(account, this::quota, () -> now);
    }

    private Optional<Quota> quota(Instant at) {
        asked++;
        return isSesSilent ? Optional.empty() : Optional.of(new Quota(perSecond, 200, sentLastDay, at));
    }

    private static Message message(StoreId store, MessageClass messageClass) {
        return new Message(
                MessageId.of(store, "flow", "key", messageClass.name()),
                store,
                CustomerId.of(Ref.user("ada")),
                "flow",
                "abcd",
                "key",
                "name",
                Optional.empty(),
                messageClass,
                Terms.usual(messageClass),
                new About.TheCustomer(),
                START,
                new MessageState.Due(START, 0),
                Optional.empty());
    }

    private boolean goes(Message message) {
        return outlet.hold(message).isEmpty();
    }

    private long goesOf(int count, Message message) {
        return IntStream.range(0, count).filter(i -> goes(message)).count();
    }

    private void refused(Mailer.Answer.Why why) {
        outlet.answered(RECEIPT, new Mailer.Answer.NotNow(why, "code"));
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    @Test
    void a_second_takes_as_many_mails_as_the_account_may_send() {
        assertThat(goesOf(30, RECEIPT)).isEqualTo(10);
        after(Duration.ofMillis(999));
        assertThat(goesOf(30, RECEIPT)).isZero();
        after(Duration.ofMillis(1));
        assertThat(goesOf(30, RECEIPT)).isEqualTo(10);
    }

    @Test
    void a_campaign_leaves_one_place_in_five_to_what_an_order_waits_for() {
        assertThat(goesOf(30, ADVERTISEMENT)).isEqualTo(8);
        assertThat(goesOf(30, RECEIPT)).isEqualTo(2);
    }

    @Test
    void at_one_a_second_advertisements_leave_every_fifth_second_to_receipts() {
        perSecond = 1;
        int[] gone = IntStream.range(0, 10)
                .map(second -> {
                    now = START.plusSeconds(second);
                    return (int) goesOf(3, ADVERTISEMENT);
                })
                .toArray();

        assertThat(gone).containsExactly(1, 1, 1, 1, 0, 1, 1, 1, 1, 0);
        assertThat(goesOf(3, RECEIPT)).isEqualTo(1);
    }

    @Test
    void four_copies_of_the_sender_share_one_rate() {
        Outlet[] copies = {copy(), copy(), copy(), copy()};

        long gone = IntStream.range(0, 100)
                .filter(i -> copies[i % 4].hold(RECEIPT).isEmpty())
                .count();

        assertThat(gone).isEqualTo(10);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void what_has_no_place_comes_back_with_a_full_minute_and_not_at_once() {
        goesOf(30, RECEIPT);

        assertThat(outlet.hold(RECEIPT).orElseThrow().until()).isEqualTo(START.plusSeconds(60));
        now = START.plusSeconds(55);
        goesOf(30, RECEIPT);
        assertThat(outlet.hold(RECEIPT).orElseThrow().until()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void the_quota_is_asked_for_every_five_minutes_and_by_one() {
        goes(RECEIPT);
        after(Duration.ofMinutes(4));
        copy().hold(RECEIPT);
        assertThat(asked).isEqualTo(1);

        after(Duration.ofMinutes(1));
        perSecond = 20;
        assertThat(goesOf(30, RECEIPT)).isEqualTo(20);
        copy().hold(RECEIPT);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void while_ses_does_not_tell_its_quota_the_last_one_holds_and_before_that_one_a_second() {
        isSesSilent = true;
        assertThat(goesOf(30, RECEIPT)).isEqualTo(1);
        assertThat(asked).isEqualTo(1);

        isSesSilent = false;
        after(Duration.ofMinutes(1));
        assertThat(goesOf(30, RECEIPT)).isEqualTo(10);
        isSesSilent = true;
        after(Duration.ofHours(1));
        assertThat(goesOf(30, RECEIPT)).isEqualTo(10);
    }

    @Test
    void when_most_of_the_days_mails_are_used_up_the_rest_is_for_receipts() {
        sentLastDay = 160;

        assertThat(goes(ADVERTISEMENT)).isFalse();
        assertThat(goes(RECEIPT)).isTrue();
    }

    @Test
    void what_ses_told_of_its_day_holds_also_when_it_could_not_be_written_down() {
        goes(RECEIPT);
        sentLastDay = 160;
        after(Duration.ofMinutes(6));
        Outlet other = new Outlet(forgetful(), this::quota, () -> now);

        assertThatThrownBy(() -> other.hold(ADVERTISEMENT)).isInstanceOf(IllegalStateException.class);

        // The same copy is shown the message again, and then once more when it believes the table again.
        assertThat(other.hold(ADVERTISEMENT)).isPresent();
        after(Duration.ofSeconds(11));
        assertThatThrownBy(() -> other.hold(ADVERTISEMENT)).isInstanceOf(IllegalStateException.class);
    }

    /** Reads as ever, and keeps nothing. */
    private SendingAccount forgetful() {
        return new SendingAccount() {
            @Override
            public Known look() {
                return account.look();
            }

            @Override
            public void keep(Quota quota) {
                throw new IllegalStateException("the table does not answer");
            }

            @Override
            public boolean take(Instant second, Places wanted) {
                return account.take(second, wanted);
            }

            @Override
            public boolean take(Inbox inbox, MessageId mail, int most) {
                return account.take(inbox, mail, most);
            }

            @Override
            public boolean change(Scope scope, Optional<Circuit> seen, Optional<Circuit> next) {
                return account.change(scope, seen, next);
            }
        };
    }

    @Test
    void failure_mode_19_who_is_throttled_learns_the_new_rate_and_lets_receipts_go_first() {
        goes(RECEIPT);
        perSecond = 1;

        refused(Mailer.Answer.Why.THROTTLED);

        assertThat(outlet.hold(ADVERTISEMENT).orElseThrow().until()).isEqualTo(START.plusSeconds(60));
        after(Duration.ofSeconds(1));
        assertThat(goesOf(5, RECEIPT)).isEqualTo(1);
        after(Duration.ofSeconds(59));
        assertThat(goesOf(5, ADVERTISEMENT)).isEqualTo(1);
    }

    @Test
    void failure_mode_20_while_ses_is_paused_advertisements_wait_and_one_receipt_a_minute_tries() {
        goes(RECEIPT);
        refused(Mailer.Answer.Why.PAUSED);
        assertThat(goes(RECEIPT)).isFalse();
        assertThat(copy().hold(ADVERTISEMENT)).isPresent();

        after(Breaker.PROBE_AFTER);
        assertThat(goesOf(5, ADVERTISEMENT)).isZero();
        assertThat(goesOf(5, RECEIPT)).isEqualTo(1);
        assertThat(copy().hold(RECEIPT)).isPresent();
        refused(Mailer.Answer.Why.PAUSED);

        assertThat(account.look().circuit(ACCOUNT))
                .contains(new Circuit(Cause.PAUSED, START, now.plus(Breaker.PROBE_AFTER)));
    }

    @Test
    void failure_mode_20_the_first_receipt_that_is_taken_lets_everybody_go_again() {
        goes(RECEIPT);
        refused(Mailer.Answer.Why.DAILY_QUOTA);
        after(Comebacks.ROUND);

        assertThat(goes(RECEIPT)).isTrue();
        outlet.answered(RECEIPT, ACCEPTED);

        assertThat(account.look().circuits()).isEmpty();
        assertThat(goes(ADVERTISEMENT)).isTrue();
    }

    @Test
    void what_waits_for_hours_comes_back_at_the_same_few_moments() {
        goes(RECEIPT);
        refused(Mailer.Answer.Why.DAILY_QUOTA);
        Instant round = START.plus(Comebacks.ROUND);

        assertThat(outlet.hold(RECEIPT).orElseThrow().until()).isEqualTo(round);
        after(Duration.ofSeconds(77));
        assertThat(copy().hold(RECEIPT).orElseThrow().until()).isEqualTo(round);
        assertThat(outlet.hold(ADVERTISEMENT).orElseThrow().until()).isEqualTo(round);
    }

    @Test
    void failure_mode_9_a_table_that_was_restored_from_a_backup_sends_nothing_not_even_to_try() {
        account.change(
                ACCOUNT, Optional.empty(), Optional.of(new Circuit(Cause.RESTORED, Instant.EPOCH, Instant.EPOCH)));

        assertThat(goesOf(5, RECEIPT)).isZero();
        after(Duration.ofDays(1));
        assertThat(goesOf(5, RECEIPT)).isZero();
        assertThat(goesOf(5, ADVERTISEMENT)).isZero();
        assertThat(outlet.hold(RECEIPT).orElseThrow().why()).contains("RESTORED");
    }

    @Test
    void a_shop_without_receipts_gets_going_again_by_an_advertisement() {
        goes(RECEIPT);
        refused(Mailer.Answer.Why.PAUSED);

        after(Breaker.PROBE_AFTER.plus(Breaker.OTHERS_PROBE_AFTER));

        assertThat(goesOf(5, ADVERTISEMENT)).isEqualTo(1);
    }

    @Test
    void a_store_whose_domain_is_not_verified_holds_up_no_other_store() {
        goes(RECEIPT);
        refused(Mailer.Answer.Why.IDENTITY);

        assertThat(goes(RECEIPT)).isFalse();
        assertThat(goes(message(new StoreId("other"), MessageClass.TRANSACTIONAL)))
                .isTrue();
    }

    @Test
    void being_throttled_does_not_hide_a_pause() {
        goes(RECEIPT);
        refused(Mailer.Answer.Why.PAUSED);
        outlet.hold(RECEIPT);

        refused(Mailer.Answer.Why.THROTTLED);

        assertThat(account.look().circuit(ACCOUNT).orElseThrow().cause()).isEqualTo(Cause.PAUSED);
    }
}
