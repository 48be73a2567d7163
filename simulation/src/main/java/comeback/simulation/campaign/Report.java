package comeback.simulation.campaign;

import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Seam;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what was broken, in what world, and how to see it again. */
public final class Report {
    private static final double MILLIS = 1_000;

    private Report() {}

    /** The command that plays exactly this world. */
    public static String command(WorldOptions options) {
        StringBuilder command = new StringBuilder("./comeback simulate --worlds 1");
        options.story()
                .ifPresentOrElse(
                        name -> command.append(" --story ").append(name),
                        () -> command.append(" --seed ")
                                .append(options.seed() + " --faults " + options.faults() * 100 + "%")
                                .append(" --size " + options.shoppers() + "x" + options.days())
                                .append(" --collisions " + options.collisions() * 100 + "%"));
        if (options.seam() == Seam.Kind.SDK) {
            command.append(" --seam sdk");
        }
        if (!options.aim().isEmpty()) {
            command.append(" --aim ")
                    .append(options.aim().stream().map(Harm::name).sorted().collect(Collectors.joining(",")));
        }
        options.mutant().ifPresent(name -> command.append(" --mutant ").append(name));
        options.onlyShoppers()
                .ifPresent(only -> command.append(" --shoppers ")
                        .append(only.stream().map(String::valueOf).collect(Collectors.joining(","))));
        options.onlyFaults().ifPresent(only -> {
            if (only.isEmpty()) {
                command.append(" --fault none");
            }
            new TreeMap<>(only).forEach((name, harm) -> command.append(" --fault '" + name + "=" + harm + "'"));
        });
        return command.toString();
    }

    /**
     * All of it.
     *
     * @param took to find the small world, in so many plays
     */
    static String of(WorldResult first, WorldResult small, int plays, Duration took) {
        Set<Integer> shoppers = new TreeSet<>(small.options().onlyShoppers().orElse(Set.of()));
        Map<String, ?> faults = new TreeMap<>(small.faults());
        return "A promise was broken in the world of seed " + first.options().seed() + ":\n  "
                + first.violations().getFirst() + "\nMade small in " + plays + " plays and "
                + String.format(Locale.ROOT, "%.1f", took.toMillis() / MILLIS) + " s, from "
                + first.options().shoppers() + " shoppers and " + first.faults().size() + " faults to "
                + shoppers.size() + " and " + faults.size() + ":\n  "
                + small.violations().stream().map(Object::toString).collect(Collectors.joining("\n  "))
                + "\nSee it again:\n  "
                + command(small.options()) + "\n";
    }
}
