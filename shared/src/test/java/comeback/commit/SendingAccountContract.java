package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.SendingAccount.Circuit;
import comeback.commit.SendingAccount.Circuit.Cause;
import comeback.commit.SendingAccount.Inbox;
import comeback.commit.SendingAccount.Known;
import comeback.commit.SendingAccount.Places;
import comeback.commit.SendingAccount.Quota;
import comeback.commit.SendingAccount.Scope;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SendingAccount} does. */
public abstract class SendingAccountContract {
    private static final Scope ACCOUNT = new Scope.Account();
    private static final Scope STORE = new Scope.OfStore(Samples.STORE);
    private static final Circuit PAUSED = new Circuit(Cause.PAUSED, Samples.NOW, Samples.NOW.plusSeconds(60));

    /** A new account. */
    protected abstract SendingAccount account();

    @Test
    void nothing_is_known_of_a_new_account() {
        assertThat(account().look()).isEqualTo(Known.NOTHING);
    }

    @Test
    void a_quota_is_kept_until_a_later_one_and_an_answer_that_was_long_on_its_way_is_not() {
        SendingAccount account = account();
        Quota later = new Quota(14.5, 50_000, 3, Samples.NOW.plusSeconds(300));
        Quota earlier = new Quota(1, 200, 0, Samples.NOW);
        account.keep(earlier);
        account.keep(later);
        account.keep(earlier);

        assertThat(account.look().quota()).contains(later);
    }

    @Test
    void a_second_has_as_many_places_as_its_limit_and_the_next_one_has_new_ones() {
        SendingAccount account = account();

        assertThat(account.take(Samples.NOW, receipts(3, 4))).isTrue();
        assertThat(account.take(Samples.NOW.plusMillis(999), receipts(2, 4))).isFalse();
        assertThat(account.take(Samples.NOW.plusMillis(999), receipts(1, 4))).isTrue();
        assertThat(account.take(Samples.NOW, receipts(1, 4))).isFalse();

        assertThat(account.take(Samples.NOW.plusSeconds(1), receipts(4, 4))).isTrue();
        assertThat(account.take(Samples.NOW.plusSeconds(2), receipts(5, 4))).isFalse();
    }

    @Test
    void advertisements_leave_the_reserved_places_to_receipts() {
        SendingAccount account = account();

        assertThat(account.take(Samples.NOW, advertisements(3, 5, 3))).isTrue();
        assertThat(account.take(Samples.NOW, advertisements(1, 5, 3))).isFalse();
        assertThat(account.take(Samples.NOW, receipts(2, 5))).isTrue();
        assertThat(account.take(Samples.NOW, receipts(1, 5))).isFalse();
    }

    @Test
    void receipts_may_take_every_place_before_advertisements_come() {
        SendingAccount account = account();

        assertThat(account.take(Samples.NOW, receipts(5, 5))).isTrue();
        assertThat(account.take(Samples.NOW, advertisements(1, 5, 4))).isFalse();
    }

    @Test
    void a_circuit_stands_until_it_is_closed_and_closes_no_other() {
        SendingAccount account = account();
        Circuit unverified = new Circuit(Cause.IDENTITY, Samples.NOW, Samples.NOW.plusSeconds(60));
        assertThat(account.change(ACCOUNT, Optional.empty(), Optional.of(PAUSED)))
                .isTrue();
        assertThat(account.change(STORE, Optional.empty(), Optional.of(unverified)))
                .isTrue();
        assertThat(account.look().circuits()).isEqualTo(Map.of(ACCOUNT, PAUSED, STORE, unverified));

        assertThat(account.change(ACCOUNT, Optional.of(PAUSED), Optional.empty()))
                .isTrue();
        assertThat(account.change(ACCOUNT, Optional.of(PAUSED), Optional.empty()))
                .isFalse();

        assertThat(account.look().circuits()).isEqualTo(Map.of(STORE, unverified));
    }

    @Test
    void of_two_who_see_that_it_is_time_one_probes() {
        SendingAccount account = account();
        account.change(ACCOUNT, Optional.empty(), Optional.of(PAUSED));
        Circuit probed = new Circuit(Cause.PAUSED, Samples.NOW, Samples.NOW.plusSeconds(120));

        assertThat(account.change(ACCOUNT, Optional.of(PAUSED), Optional.of(probed)))
                .isTrue();
        assertThat(account.change(ACCOUNT, Optional.of(PAUSED), Optional.of(probed)))
                .isFalse();

        assertThat(account.look().circuit(ACCOUNT)).contains(probed);
    }

    @Test
    void who_saw_no_circuit_overwrites_none_and_who_saw_an_older_one_does_not_close_the_new_one() {
        SendingAccount account = account();
        Circuit again = new Circuit(Cause.PAUSED, Samples.NOW, Samples.NOW.plusSeconds(180));
        account.change(ACCOUNT, Optional.empty(), Optional.of(again));

        assertThat(account.change(ACCOUNT, Optional.empty(), Optional.of(PAUSED)))
                .isFalse();
        assertThat(account.change(ACCOUNT, Optional.of(PAUSED), Optional.empty()))
                .isFalse();

        assertThat(account.look().circuit(ACCOUNT)).contains(again);
    }

    @Test
    void an_inbox_takes_so_many_mails_a_day_and_each_of_them_once() {
        SendingAccount account = account();
        Inbox today = new Inbox(new StoreId("demo"), "ada@example.com", LocalDate.of(2026, 3, 2));

        for (int i = 0; i < 2; i++) {
            assertThat(account.take(today, mail("first"), 2)).isTrue();
            assertThat(account.take(today, mail("second"), 2)).isTrue();
            assertThat(account.take(today, mail("third"), 2)).isFalse();
        }
        assertThat(account.take(
                        new Inbox(today.store(), today.owner(), today.day().plusDays(1)), mail("third"), 2))
                .isTrue();
        assertThat(account.take(new Inbox(today.store(), "grace@example.com", today.day()), mail("third"), 2))
                .isTrue();
        assertThat(account.take(new Inbox(new StoreId("other"), today.owner(), today.day()), mail("third"), 2))
                .isTrue();
    }

    private static MessageId mail(String name) {
        return MessageId.of(new StoreId("demo"), "cart", "ada", 1, name);
    }

    private static Places receipts(int count, int limit) {
        return new Places(count, limit, Optional.empty());
    }

    private static Places advertisements(int count, int limit, int unreserved) {
        return new Places(count, limit, Optional.of(unreserved));
    }
}
