package comeback.simulation.campaign;

import comeback.simulation.edge.Ground;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Plays world after world, as many at once as there are cores; each by itself is played in its own one order. */
public final class Campaign {
    private final Ground ground;
    private final int atOnce;
    private final Consumer<Totals> progress;

    /**
     * Plays nothing yet.
     *
     * @param atOnce how many worlds are played side by side
     * @param progress is told after each few worlds
     */
    public Campaign(Ground ground, int atOnce, Consumer<Totals> progress) {
        this.ground = ground;
        this.atOnce = atOnce;
        this.progress = progress;
    }

    /**
     * What many worlds came to, and those in which a promise was broken.
     *
     * @param totals added up
     * @param broken in the order of their seeds
     */
    public record Played(Totals totals, List<WorldResult> broken) {}

    /** Plays the worlds of consecutive seeds. */
    public Played play(double faultRate, long firstSeed, int worlds, LongFunction<WorldOptions> world) {
        Totals totals = Totals.none(faultRate);
        List<WorldResult> broken = new ArrayList<>();
        try (ExecutorService cores = Executors.newFixedThreadPool(atOnce)) {
            for (int done = 0; done < worlds; done += atOnce) {
                long before = System.nanoTime();
                for (WorldResult result : together(cores, firstSeed + done, Math.min(atOnce, worlds - done), world)) {
                    totals = totals.plus(result);
                    if (!result.violations().isEmpty()) {
                        broken.add(result);
                    }
                }
                totals = totals.taking(System.nanoTime() - before);
                progress.accept(totals);
            }
        }
        return new Played(totals, broken);
    }

    private List<WorldResult> together(
            ExecutorService cores, long firstSeed, int count, LongFunction<WorldOptions> world) {
        List<Callable<WorldResult>> plays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            WorldOptions options = world.apply(firstSeed + i);
            plays.add(() -> World.play(ground, options));
        }
        try {
            List<WorldResult> results = new ArrayList<>();
            for (Future<WorldResult> play : cores.invokeAll(plays)) {
                results.add(play.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a world could not be played", e);
        }
    }
}
