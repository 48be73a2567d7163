package comeback.simulation.campaign;

import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Seam;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** The worlds of several fault rates, as a table, and reports of what was broken in them. */
public final class Proof {
    /** The first few tell what is wrong; making each small takes a while. */
    private static final int REPORTS_MAX = 3;

    private final Ground ground;
    private final Campaign campaign;
    private final Seam.Kind seam;
    private final List<Totals> rows = new ArrayList<>();
    private final List<WorldResult> broken = new ArrayList<>();

    /**
     * Holds nothing yet.
     *
     * @param seam of all its worlds
     */
    public Proof(Ground ground, Campaign campaign, Seam.Kind seam) {
        this.ground = ground;
        this.seam = seam;
        this.campaign = campaign;
    }

    /** Plays worlds of one rate. */
    public void add(double rate, long seed, int worlds, LongFunction<WorldOptions> world) {
        Campaign.Played played = campaign.play(rate, seed, worlds, world);
        rows.add(played.totals());
        broken.addAll(played.broken());
    }

    public String table() {
        StringBuilder table = new StringBuilder(Totals.HEAD);
        rows.forEach(row -> table.append(row.row(seam.name().toLowerCase(Locale.ROOT))));
        return table.toString();
    }

    /** Reports, made small; empty when nothing was broken. */
    public String failures() {
        StringBuilder reports = new StringBuilder();
        for (WorldResult world : broken.subList(0, Math.min(REPORTS_MAX, broken.size()))) {
            long from = System.nanoTime();
            Shrinker shrinker = new Shrinker(ground);
            WorldResult small = shrinker.shrink(world);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            reports.append('\n').append(Report.of(world, small, shrinker.plays(), took));
        }
        return reports.toString();
    }

    public void writeTo(Path readme) {
        ReadmeTable.write(readme, table());
    }

    public boolean isBroken() {
        return !broken.isEmpty();
    }
}
