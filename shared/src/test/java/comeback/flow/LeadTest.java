package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.event.PersonEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who wrote to the shop, and what follows. */
class LeadTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Life writes(Life ada) {
        return ada.with(new Flows(List.of(Life.SHIPPED.named("lead").orElseThrow())))
                .happens(new PersonEvent.ContactMade());
    }

    @Test
    void who_wrote_and_agreed_gets_three_letters_in_ten_days() {
        Life ada = writes(Life.ofSomeoneWhoAgreed());
        assertThat(ada.mails()).containsExactly("thanks-for-writing");

        ada.after(DAY.multipliedBy(4));
        assertThat(ada.mails()).containsExactly("thanks-for-writing", "a-few-ideas");
        assertThat(ada.after(DAY.multipliedBy(60)).mails())
                .containsExactly("thanks-for-writing", "a-few-ideas", "whenever-you-like");
    }

    @Test
    void who_never_agreed_or_unsubscribed_is_answered_and_not_advertised_to() {
        assertThat(writes(Life.ofSomeoneWhoNeverAnswered())
                        .after(DAY.multipliedBy(60))
                        .mails())
                .containsExactly("thanks-for-writing");
        assertThat(writes(Life.ofSomeoneWhoAgreed().unsubscribes())
                        .after(DAY.multipliedBy(60))
                        .mails())
                .containsExactly("thanks-for-writing");
    }

    @Test
    void who_buys_is_left_to_the_letters_about_that() {
        Life ada = writes(Life.ofSomeoneWhoAgreed()).after(DAY).buys("1");

        assertThat(ada.after(DAY.multipliedBy(60)).mails()).containsExactly("thanks-for-writing");
    }

    @Test
    void who_writes_again_within_a_month_is_not_thanked_again() {
        Life ada = writes(Life.ofSomeoneWhoAgreed()).after(DAY.multipliedBy(20));

        assertThat(writes(ada).mails()).filteredOn("thanks-for-writing"::equals).hasSize(1);
        assertThat(writes(ada.after(DAY.multipliedBy(20))).mails())
                .filteredOn("thanks-for-writing"::equals)
                .hasSize(2);
    }
}
