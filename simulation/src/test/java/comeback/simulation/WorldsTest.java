package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.edge.Ground;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slice of every build; {@code ./comeback simulate} plays as many more as you like. */
class WorldsTest {
    private static final Ground GROUND = Ground.of(Path.of("..", "templates"));

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0.005", "4, 0.02", "7, 0.1"})
    void no_promise_is_broken(long seed, double faults) {
        WorldResult world = World.play(GROUND, WorldOptions.usual(seed, faults).sized(30, 60));

        assertThat(world.violations()).isEmpty();
        assertThat(world.mails()).isGreaterThan(100);
    }

    @Test
    void the_same_seed_plays_the_same_world() {
        WorldOptions options = WorldOptions.usual(11, 0.05).sized(12, 40);

        WorldResult first = World.play(GROUND, options);

        assertThat(World.play(GROUND, options)).isEqualTo(first);
        assertThat(first.faults()).isNotEmpty();
        assertThat(World.play(GROUND, WorldOptions.usual(12, 0.05).sized(12, 40))
                        .trace())
                .isNotEqualTo(first.trace());
    }

    @Test
    void a_world_is_the_same_without_a_shopper_as_far_as_the_others_know() {
        WorldOptions all = WorldOptions.usual(15, 0).sized(12, 40);

        int together = World.play(GROUND, all).mails();
        int some = World.play(GROUND, all.only(Set.of(0, 1, 2, 3, 4), Map.of())).mails();
        int others = World.play(GROUND, all.only(Set.of(5, 6, 7, 8, 9, 10, 11), Map.of()))
                .mails();

        assertThat(some + others).isEqualTo(together);
    }

    @Test
    void a_world_is_played_again_from_the_list_of_its_faults() {
        WorldOptions options = WorldOptions.usual(14, 0.05).sized(6, 40);
        WorldResult drawn = World.play(GROUND, options);

        WorldResult listed = World.play(GROUND, options.only(Set.of(0, 1, 2, 3, 4, 5), drawn.faults()));

        assertThat(listed.trace()).isEqualTo(drawn.trace());
    }
}
