package comeback.simulation;

import comeback.simulation.campaign.Campaign;
import comeback.simulation.campaign.CrashPoints;
import comeback.simulation.campaign.Proof;
import comeback.simulation.campaign.Report;
import comeback.simulation.edge.Ground;
import comeback.simulation.shop.Stories;
import comeback.simulation.shop.Story;
import comeback.simulation.world.WorldResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ./comeback simulate}: plays worlds, shows how far it is, ends with the table. */
public final class Main {
    private Main() {}

    /** Ends with 1 when a promise was broken, with 2 when it was not understood. */
    public static void main(String[] words) {
        Path home =
                Path.of(Optional.ofNullable(System.getProperty("comeback.home")).orElse("."));
        Arguments arguments;
        try {
            arguments = Arguments.read(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Ground ground = Ground.of(home.resolve("templates"));
        if (arguments.crashPoints().isPresent()) {
            System.exit(crashPoints(ground, arguments.crashPoints().get()));
        }
        Campaign campaign = new Campaign(
                ground,
                Runtime.getRuntime().availableProcessors(),
                totals -> System.err.printf(
                        Locale.ROOT,
                        "\r%d worlds, %,.0f shopper-years, %,d mails, %,d faults, %d broken promises ",
                        totals.worlds(),
                        totals.shopperYears(),
                        totals.mails(),
                        totals.faults(),
                        totals.violations()));
        Proof proof = new Proof(ground, campaign, arguments.seam());
        for (double rate : arguments.rates()) {
            proof.add(rate, arguments.seed(), arguments.worldsEach(), seed -> arguments.world(seed, rate));
        }
        System.err.println();
        System.out.print(proof.table());
        System.out.print(proof.failures());
        if (arguments.readme()) {
            proof.writeTo(home.resolve("README.md"));
        }
        System.exit(proof.isBroken() ? 1 : 0);
    }

    /** Every call of every story goes wrong in every way; says 1 when a promise was broken. */
    private static int crashPoints(Ground ground, int every) {
        CrashPoints points = new CrashPoints(ground);
        System.out.print(CrashPoints.Row.HEAD);
        int status = 0;
        for (Story story : Stories.all()) {
            CrashPoints.Row row = points.play(story, every);
            System.out.print(row);
            for (WorldResult broken :
                    row.broken().subList(0, Math.min(3, row.broken().size()))) {
                System.out.println(broken.violations().getFirst() + "\n" + Report.command(broken.options()));
                status = 1;
            }
        }
        return status;
    }
}
