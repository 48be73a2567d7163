package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.message.MessageClass;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentMailsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Sent mail(String mark, MessageClass countsAs, Instant at) {
        return new Sent(mark, "cart", countsAs, at);
    }

    @Test
    void receipts_never_push_out_what_a_cap_must_count() {
        RecentMails mails = RecentMails.NONE;
        for (int i = 0; i < RecentMails.MARKETING_MAX; i++) {
            mails = mails.with(mail("m" + i, MessageClass.MARKETING, NOW.plusSeconds(i)));
        }
        for (int i = 0; i < 100; i++) {
            mails = mails.with(mail("t" + i, MessageClass.TRANSACTIONAL, NOW.plusSeconds(100 + i)));
        }

        assertThat(mails.promotedAt("none")).hasSize(RecentMails.MARKETING_MAX);
        assertThat(mails.sent()).hasSize(RecentMails.MARKETING_MAX + RecentMails.OTHERS_MAX);
    }

    @Test
    void what_no_cap_looks_back_to_is_forgotten() {
        RecentMails mails = RecentMails.NONE
                .with(mail("old", MessageClass.MARKETING, NOW))
                .with(mail(
                        "new",
                        MessageClass.MARKETING,
                        NOW.plus(RecentMails.KEPT_FOR).plusSeconds(1)));

        assertThat(mails.sent()).extracting(Sent::mark).containsExactly("new");
    }

    @Test
    void a_second_attempt_is_the_same_mail() {
        RecentMails mails = RecentMails.NONE
                .with(mail("one", MessageClass.MARKETING, NOW))
                .with(mail("one", MessageClass.MARKETING, NOW.plusSeconds(60)));

        assertThat(mails.promotedAt("none")).containsExactly(NOW.plusSeconds(60));
        assertThat(mails.promotedAt("one")).isEmpty();
    }

    @Test
    void two_people_who_turn_out_to_be_one_have_got_the_mails_of_both() {
        RecentMails one = RecentMails.NONE
                .with(mail("shared", MessageClass.MARKETING, NOW))
                .with(mail("later", MessageClass.MARKETING, NOW.plus(Duration.ofHours(2))));
        RecentMails other = RecentMails.NONE
                .with(mail("shared", MessageClass.MARKETING, NOW))
                .with(mail("between", MessageClass.REQUESTED, NOW.plus(Duration.ofHours(1))));

        assertThat(one.merge(other).sent()).extracting(Sent::mark).containsExactly("shared", "between", "later");
    }
}
