package comeback.simulation.edge;

import comeback.commit.TablePorts;
import comeback.commit.WaitingList;
import comeback.simulation.time.Dice;
import java.util.List;
import java.util.function.Function;

/**
 * Where the world's AWS begins.
 *
 * @param ports all that the functions know of it; things go wrong there
 * @param truth what really stands in the table
 * @param waiting who really waits for goods
 * @param remains where a word stands in the table; nowhere where the table has no words
 */
public record Seam(Ports ports, TablePorts truth, WaitingList waiting, Function<String, List<String>> remains) {
    /** The two that there are. */
    public enum Kind {
        /** At the ports, in their types: fast. */
        TYPED,
        /** Under the real AWS SDK, over HTTP: true. */
        SDK
    }

    /**
     * What a seam is made of.
     *
     * @param edge all calls pass it
     * @param lambda is called by schedules
     * @param dice of the world
     * @param seen is told what took effect
     * @param account that SES keeps
     */
    public record Parts(Edge edge, Lambda lambda, Dice dice, Seen seen, SesAccount account) {}
}
