package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.event.BrowsingEvent;
import comeback.flow.Reason.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is here a lot, and who hears that it was noticed. */
class EngagedTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Flows engaged() {
        return new Flows(List.of(Life.SHIPPED.named("engaged").orElseThrow()));
    }

    private static Life ada() {
        return Life.ofSomeoneWhoAgreed().with(engaged()).happens(searched()).after(DAY);
    }

    private static BrowsingEvent searched() {
        return new BrowsingEvent.ProductsSearched(Optional.of("mug"));
    }

    private static Life clicks(Life ada, int times) {
        for (int i = 0; i < times; i++) {
            ada.clicks().after(DAY.multipliedBy(3));
        }
        return ada;
    }

    @Test
    void who_follows_five_letters_within_a_month_is_written_to_and_who_follows_three_is_not() {
        assertThat(clicks(ada(), 3).mails()).isEmpty();
        assertThat(clicks(ada(), 5).mails()).containsExactly("nice-to-have-you-here");
    }

    @Test
    void who_comes_by_once_a_week_is_not() {
        Life ada = ada();
        for (int week = 0; week < 20; week++) {
            ada.happens(searched()).after(DAY.multipliedBy(7));
        }

        assertThat(ada.mails()).isEmpty();
    }

    @Test
    void nobody_is_written_to_twice_in_ninety_days() {
        Life ada = clicks(ada(), 25);
        assertThat(ada.mails()).hasSize(1);
        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .anySatisfy(why -> assertThat(why).contains("engaged: "));

        assertThat(clicks(ada.after(DAY.multipliedBy(60)), 6).mails()).hasSize(2);
    }

    @Test
    void who_has_something_in_the_cart_or_has_just_bought_hears_of_that_and_not_of_this() {
        assertThat(clicks(ada().adds("mug"), 5).mails()).isEmpty();
        assertThat(clicks(ada().buys("1"), 3).mails()).isEmpty();
    }

    @Test
    void who_buys_within_the_two_hours_decided_by_themselves() {
        Life ada = clicks(ada(), 4).clicks().after(Duration.ofHours(1)).buys("1");

        assertThat(ada.after(DAY).mails()).isEmpty();
    }

    @Test
    void who_never_agreed_or_was_imported_is_not_written_to() {
        assertThat(clicks(Life.ofSomeoneWhoNeverAnswered().with(engaged()).happens(searched()), 6)
                        .mails())
                .isEmpty();
        Life imported = Life.ofSomeoneWhoAgreed().with(engaged()).reportedByAnImport();
        for (int i = 0; i < 20; i++) {
            imported.happens(searched()).after(DAY);
        }
        assertThat(imported.mails()).isEmpty();
    }
}
