package comeback.simulation.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Harm;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final Ground GROUND = Ground.of(Path.of("..", "templates"));

    /** More plays than these take longer than somebody waits for a report. */
    private static final int PLAYS_MAX = 50;

    @Test
    void a_broken_promise_is_told_with_two_shoppers_and_three_faults_at_most() {
        WorldResult broken = World.play(
                GROUND,
                WorldOptions.usual(5_000, 0.12)
                        .sized(20, 40)
                        .colliding(0)
                        .aimed(Set.of(Harm.ANSWER_LOST))
                        .with(Optional.of("ses-asked-again")));
        Shrinker shrinker = new Shrinker(GROUND);

        WorldResult small = shrinker.shrink(broken);

        assertThat(broken.faults()).hasSizeGreaterThan(100);
        assertThat(small.violations().getFirst().rule())
                .isEqualTo(broken.violations().getFirst().rule());
        assertThat(small.options().onlyShoppers().orElseThrow()).hasSizeLessThanOrEqualTo(2);
        assertThat(small.faults()).hasSizeLessThanOrEqualTo(3);
        assertThat(shrinker.plays()).isLessThan(PLAYS_MAX);
    }
}
