package comeback.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Seam;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The slice of every build at the true seam; {@code .ci/run simulate} plays 200 shopper-years there. */
class SdkSeamTest {
    private static final Ground GROUND = Ground.of(Path.of("..", "templates"));
    private static final WorldOptions HARMED =
            WorldOptions.usual(4, 0.05).sized(4, 15).at(Seam.Kind.SDK);

    @Test
    void no_promise_is_broken_through_the_sdk_and_the_same_seed_plays_the_same_world() {
        WorldResult world = World.play(GROUND, HARMED);

        assertThat(world.violations()).isEmpty();
        assertThat(world.mails()).isPositive();
        assertThat(world.faults()).isNotEmpty();
        assertThat(World.play(GROUND, HARMED)).isEqualTo(world);
    }

    /** What an outsider sees must not depend on how deep the fakes go. */
    @Test
    void both_seams_send_the_same_mails_when_nothing_goes_wrong() {
        WorldOptions calm = WorldOptions.usual(6, 0).sized(5, 20);

        WorldResult sdk = World.play(GROUND, calm.at(Seam.Kind.SDK));

        assertThat(sdk.violations()).isEmpty();
        assertThat(sdk.mails()).isEqualTo(World.play(GROUND, calm).mails());
    }

    @Test
    void a_function_that_dies_inside_the_sdk_is_gone() {
        WorldResult world = World.play(
                GROUND, HARMED.aimed(Set.of(Harm.DIES_BEFORE, Harm.DIES_AFTER)).colliding(0));

        assertThat(world.violations()).isEmpty();
        assertThat(world.faults()).containsValue(Harm.DIES_AFTER);
    }
}
