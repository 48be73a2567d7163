package comeback.simulation.campaign;

import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Harm;
import comeback.simulation.shop.Story;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets every single call and delivery of a story go wrong in every way it can, one play each. */
public final class CrashPoints {
    private final Ground ground;

    public CrashPoints(Ground ground) {
        this.ground = ground;
    }

    /**
     * What a story came to.
     *
     * @param story which
     * @param calls and deliveries that it has when nothing goes wrong
     * @param plays in each of which one of them went wrong
     * @param broken plays in which a promise was broken
     */
    public record Row(Story story, int calls, int plays, List<WorldResult> broken) {
        public static final String HEAD =
                "| story | calls and deliveries | plays | broken promises |\n|---|---|---|---|\n";

        public Row {
            broken = List.copyOf(broken);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "| %s | %,d | %,d | **%,d** |%n", story.name(), calls, plays, broken.size());
        }
    }

    /**
     * Plays a story once for each of its calls and each of their harms.
     *
     * @param every one of so many plays is done, 1 for all
     */
    public Row play(Story story, int every) {
        Map<String, List<Harm>> chances = World.chances(ground, WorldOptions.told(story, Map.of()));
        List<WorldResult> broken = new ArrayList<>();
        int number = 0;
        int plays = 0;
        for (Map.Entry<String, List<Harm>> chance : chances.entrySet()) {
            for (Harm harm : chance.getValue()) {
                if (number++ % every != 0) {
                    continue;
                }
                plays++;
                WorldResult result = World.play(ground, WorldOptions.told(story, Map.of(chance.getKey(), harm)));
                if (!result.violations().isEmpty()) {
                    broken.add(result);
                }
            }
        }
        return new Row(story, chances.size(), plays, broken);
    }
}
