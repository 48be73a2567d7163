package comeback.local.cost;

/**
 * What AWS bills, of one thing that happens or of many.
 *
 * @param invocations of functions
 * @param dynamoCalls how often a function waits for the table
 * @param schedulerCalls likewise; these are free
 * @param sesCalls likewise; each is a mail
 * @param reads read request units of the table
 * @param writes write request units, with those of the index
 * @param logBytes that functions print
 */
public record Amounts(
        double invocations,
        double dynamoCalls,
        double schedulerCalls,
        double sesCalls,
        double reads,
        double writes,
        double logBytes) {
    static final Amounts NONE = new Amounts(0, 0, 0, 0, 0, 0, 0);

    Amounts plus(Amounts other) {
        return new Amounts(
                invocations + other.invocations,
                dynamoCalls + other.dynamoCalls,
                schedulerCalls + other.schedulerCalls,
                sesCalls + other.sesCalls,
                reads + other.reads,
                writes + other.writes,
                logBytes + other.logBytes);
    }

    Amounts times(double count) {
        return new Amounts(
                invocations * count,
                dynamoCalls * count,
                schedulerCalls * count,
                sesCalls * count,
                reads * count,
                writes * count,
                logBytes * count);
    }
}
