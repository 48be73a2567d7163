package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.campaign.CrashPoints;
import comeback.simulation.campaign.Report;
import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Harm;
import comeback.simulation.shop.Stories;
import comeback.simulation.shop.Story;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call of each story goes wrong; in every build a part of them, in {@code ./comeback simulate --crash-points 1} all. */
class StoriesTest {
    /** One play in so many. */
    private static final int EVERY = 9;

    private static final Ground GROUND = Ground.of(Path.of("..", "templates"));

    static Stream<Story> stories() {
        return Stories.all().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whichever_call_goes_wrong_no_promise_is_broken(Story story) {
        CrashPoints.Row row = new CrashPoints(GROUND).play(story, EVERY);

        assertThat(row.plays()).isGreaterThan(20);
        assertThat(row.broken()).isEmpty();
    }

    @Test
    void there_are_enough_stories_and_nothing_is_wrong_in_them() {
        List<WorldResult> plays = stories()
                .map(story -> World.play(GROUND, WorldOptions.told(story, Map.of())))
                .toList();

        assertThat(plays).hasSizeGreaterThanOrEqualTo(6);
        assertThat(plays).allSatisfy(play -> assertThat(play.violations()).isEmpty());
        assertThat(plays).allSatisfy(play -> assertThat(play.mails()).isPositive());
    }

    @Test
    void a_report_of_a_story_is_a_command_that_is_understood() {
        WorldOptions options =
                WorldOptions.told(Stories.all().getFirst(), Map.of("SendEmail abc #1", Harm.ANSWER_LOST));
        String command = Report.command(options);

        Arguments read = Arguments.read(Arguments.words(command.substring("./comeback simulate".length())));

        assertThat(read.world(read.seed(), 0)).isEqualTo(options);
    }
}
