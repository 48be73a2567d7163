package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.EmailAddress;
import comeback.render.Letter;
import comeback.store.Sender;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Mailer} does. */
public abstract class MailerContract {
    private static final Mail MAIL = new Mail(
            new Sender("올더앤파인", "hello@alderandpine.example", Optional.of("care@alderandpine.example")),
            new EmailAddress("ada@example.com"),
            new Letter("Sepetiniz bıraktığınız gibi", "<p>Merhaba</p>", "Merhaba"),
            Map.of("List-Unsubscribe", "<https://api.example/u/1>"),
            Map.of("store", "demo", "id", "abc"));

    /** What can go wrong with the outside world. */
    public enum Trouble {
        TOO_MANY_AT_ONCE,
        REFUSED,
        BROKEN,
        ANSWER_LOST
    }

    protected abstract Mailer mailer();

    /** How many mails were taken so far. */
    protected abstract int taken();

    protected abstract void make(Trouble trouble);

    @Test
    void a_mail_is_taken_and_named() {
        Mailer.Answer answer = mailer().send(MAIL);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Mailer.Answer.Accepted.class,
                        accepted -> assertThat(accepted.sesId()).isNotBlank());
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void two_mails_have_two_names() {
        assertThat(mailer().send(MAIL)).isNotEqualTo(mailer().send(MAIL));
    }

    @Test
    void too_many_at_once_is_a_certain_refusal_for_now() {
        make(Trouble.TOO_MANY_AT_ONCE);

        assertThat(mailer().send(MAIL)).isInstanceOf(Mailer.Answer.NotNow.class);
        assertThat(taken()).isZero();
    }

    @Test
    void a_rejected_mail_is_refused_for_good() {
        make(Trouble.REFUSED);

        assertThat(mailer().send(MAIL)).isInstanceOf(Mailer.Answer.Never.class);
        assertThat(taken()).isZero();
    }

    @Test
    void a_failure_of_the_other_side_is_unclear() {
        make(Trouble.BROKEN);

        assertThat(mailer().send(MAIL)).isInstanceOf(Mailer.Answer.Unclear.class);
    }

    @Test
    void a_lost_answer_is_unclear_and_nobody_asks_a_second_time() {
        make(Trouble.ANSWER_LOST);

        assertThat(mailer().send(MAIL)).isInstanceOf(Mailer.Answer.Unclear.class);
        assertThat(taken()).isEqualTo(1);
    }
}
