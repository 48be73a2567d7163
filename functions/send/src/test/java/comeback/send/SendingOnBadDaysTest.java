package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Commit;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Identity;
import comeback.message.MessageId;
import comeback.message.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Sending} does when SES, the clock or another sender does not do as it should. */
class SendingOnBadDaysTest extends SendingWorld {
    @Test
    void a_certain_refusal_gives_the_claim_back_for_later() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.NotNow("TooManyRequestsException"));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("DUE");
        assertThat(state(id)).isEqualTo(new MessageState.Due(now.plus(Sending.BACK_OFF), 0));
        assertThat(sending.send(STORE.id(), id)).isEqualTo("not yet due");

        mailer.recover();
        now = now.plus(Sending.BACK_OFF);
        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");
    }

    @Test
    void failure_mode_5_each_attempt_claims_under_a_name_of_its_own() {
        MessageId id = reminder();
        List<String> names = new ArrayList<>();
        mailer.answerWith(mail -> {
            names.add(((MessageState.Claimed) state(id)).owner());
            return new Mailer.Answer.NotNow("InternalFailure");
        });

        sending.send(STORE.id(), id);
        now = now.plus(Sending.BACK_OFF);
        sending.send(STORE.id(), id);

        assertThat(names).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void failure_mode_7_of_two_who_send_the_same_message_at_once_one_asks_ses() {
        MessageId id = reminder();
        List<String> other = new ArrayList<>();
        mailer.answerWith(mail -> {
            mailer.recover();
            other.add(sending.send(STORE.id(), id));
            return mailer.send(mail);
        });

        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");

        assertThat(other).containsExactly("not due: CLAIMED");
        assertThat(mailer.taken()).hasSize(1);
    }

    @Test
    void failure_mode_14_a_purchase_while_ses_is_asked_leaves_the_mail_accepted() {
        MessageId id = reminder();
        mailer.answerWith(mail -> {
            mailer.recover();
            receipt("1001");
            return mailer.send(mail);
        });

        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");

        assertThat(state(id)).isInstanceOf(MessageState.Accepted.class);
        assertThat(ada().shopping().cart()).isEmpty();
    }

    @Test
    void failure_mode_24_when_ses_own_report_is_faster_than_its_answer_the_report_stands() {
        MessageId id = reminder();
        MessageState.Accepted reported = new MessageState.Accepted("by-report", now);
        mailer.answerWith(mail -> {
            mailer.recover();
            table.messages().change(table.messages().find(STORE.id(), id).orElseThrow(), reported);
            return mailer.send(mail);
        });

        assertThat(sending.send(STORE.id(), id)).isEqualTo("settled by somebody else");

        assertThat(state(id)).isEqualTo(reported);
    }

    @Test
    void failure_mode_30_who_changes_their_address_meanwhile_gets_the_mail_at_the_new_one() {
        MessageId id = reminder();
        Customer moved = ada().with(new Identity(
                ada().identity().refs(),
                ada().identity().formerIds(),
                Optional.of(new EmailAddress("ada@new.example"))));
        table.customers()
                .commit(STORE.id(), new Commit(moved, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));

        sending.send(STORE.id(), id);

        assertThat(mailer.taken()).extracting(Mail::to).containsExactly(new EmailAddress("ada@new.example"));
    }

    @Test
    void failure_mode_48_a_letter_that_cannot_be_rendered_claims_nothing_and_waits_for_a_person_to_mend_it() {
        MessageId id = reminder();
        Sending broken = sendingWith(new Composer(() -> LETTERS, ""));

        assertThat(broken.send(STORE.id(), id)).startsWith("cannot be rendered");

        assertThat(state(id)).isEqualTo(new MessageState.Due(now.plus(Sending.RENDER_AGAIN_AFTER), 0));
        assertThat(ada().recentMails().sent()).isEmpty();
    }

    @Test
    void what_was_put_back_has_an_alarm_at_its_minute_once_the_stream_shows_it() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.NotNow(Mailer.Answer.Why.THROTTLED, "TooManyRequestsException"));
        sending.send(STORE.id(), id);

        assertThat(sending.send(STORE.id(), id)).isEqualTo("not yet due");

        assertThat(alarms.forWaiting()).containsExactly(now.plus(Sending.BACK_OFF));
    }

    @Test
    void failure_mode_20_while_ses_is_paused_it_is_asked_once_and_the_next_message_waits_unasked() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.NotNow(Mailer.Answer.Why.PAUSED, "SendingPausedException"));
        sending.send(STORE.id(), id);
        mailer.recover();

        now = now.plus(Sending.BACK_OFF);

        assertThat(sending.send(STORE.id(), id)).startsWith("DUE again");
        assertThat(mailer.taken()).isEmpty();
        assertThat(state(id)).isEqualTo(new MessageState.Due(Comebacks.nextRound(now), 0));
    }

    @Test
    void failure_mode_21_a_reminder_that_could_not_go_for_a_day_is_not_sent_any_more() {
        MessageId id = reminder();
        Instant due = now;
        now = due.plus(NEWS_FOR);
        mailer.answerWith(mail -> new Mailer.Answer.NotNow("SES was not reached"));
        assertThat(sending.send(STORE.id(), id)).isEqualTo("DUE");
        mailer.recover();

        now = due.plus(NEWS_FOR).plusSeconds(60);

        assertThat(sending.send(STORE.id(), id)).isEqualTo("SKIPPED");
        assertThat(mailer.taken()).isEmpty();
        assertThat(state(id))
                .isInstanceOfSatisfying(
                        MessageState.Skipped.class,
                        skipped -> assertThat(skipped.reason())
                                .isEqualTo("too late: it was due at " + due + " and could not be sent until "
                                        + due.plus(NEWS_FOR)));
    }

    @Test
    void failure_mode_8_a_receipt_still_goes_after_two_days_and_is_flagged_after_three() {
        MessageId early = receipt("1001");
        MessageId late = receipt("1002");
        now = now.plus(Duration.ofDays(2));
        assertThat(sending.send(STORE.id(), early)).isEqualTo("ACCEPTED");
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);

        assertThat(sending.send(STORE.id(), late)).isEqualTo("FAILED");

        assertThat(mailer.taken()).hasSize(1);
        assertThat(flagged).containsExactly(late);
        assertThat(table.dueItems().flagged(10)).hasSize(1);
    }

    @Test
    void what_ses_will_never_take_is_failed_with_its_reason() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.Never("MessageRejected"));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("FAILED");
        assertThat(state(id)).isEqualTo(new MessageState.Failed("MessageRejected", now));
    }

    @Test
    void a_lost_answer_leaves_the_claim_and_nobody_asks_again() {
        MessageId id = reminder();
        mailer.answerWith(mail -> {
            mailer.take(mail);
            return new Mailer.Answer.Unclear("no answer from SES");
        });

        assertThat(sending.send(STORE.id(), id)).startsWith("unclear");
        assertThat(sending.send(STORE.id(), id)).isEqualTo("not due: CLAIMED");

        assertThat(mailer.taken()).hasSize(1);
    }

    @Test
    void a_reminder_whose_first_attempt_ses_refused_is_not_its_own_obstacle() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.NotNow("TooManyRequestsException"));
        sending.send(STORE.id(), id);
        mailer.recover();
        now = now.plus(Sending.BACK_OFF);

        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");
        assertThat(ada().recentMails().sent()).hasSize(1);
    }
}
