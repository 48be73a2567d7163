package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Reconciliation.Pass;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Reconciliations} does. */
public abstract class ReconciliationsContract {
    private static final Duration DAY = Duration.ofDays(1);

    /** Of a new deployment. */
    protected abstract Reconciliations reconciliations();

    @Test
    void in_a_new_deployment_nothing_was_gone_through_and_it_is_time() {
        Reconciliation first = reconciliations().look();

        assertThat(first).isEqualTo(Reconciliation.NEVER);
        assertThat(first.isDue(Samples.NOW)).isTrue();
    }

    @Test
    void who_goes_on_finds_the_page_and_the_last_who_was_told_and_later_the_day_of_the_next() {
        Reconciliations kept = reconciliations();
        Pass pass = new Pass(Samples.NOW, Optional.of("page-2"), "mark", true);
        assertThat(kept.save(Reconciliation.NEVER.with(pass))).isTrue();

        Reconciliation underWay = kept.look();
        assertThat(underWay)
                .isEqualTo(new Reconciliation(
                        1, Reconciliation.NEVER.readTo(), Reconciliation.NEVER.nextAt(), Optional.of(pass)));

        Pass whole = new Pass(Samples.NOW, Optional.empty(), "", false);
        assertThat(kept.save(underWay.ended(whole, DAY))).isTrue();
        assertThat(kept.look()).isEqualTo(new Reconciliation(2, Samples.NOW, Samples.NOW.plus(DAY), Optional.empty()));
    }

    @Test
    void of_two_who_go_on_from_one_place_one_does() {
        Reconciliations kept = reconciliations();
        Pass pass = new Pass(Samples.NOW, Optional.of("page-2"), "", false);
        Reconciliation seen = kept.look();

        assertThat(kept.save(seen.with(pass))).isTrue();
        assertThat(kept.save(seen.ended(pass, DAY))).isFalse();
        assertThat(kept.look().pass()).contains(pass);
    }
}
