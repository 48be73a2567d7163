package comeback.experiment;

/**
 * How a letter did against the first one.
 *
 * @param verdict what may be said
 * @param falseAlarm an always-valid p-value: how probable it was at most that evidence as strong as this would ever come up,
 *     were both letters alike
 * @param lowest the least that the letter may bring of what the first one brings, as a difference: -0.1 is a tenth less
 * @param highest the most
 */
public record Judgement(Verdict verdict, double falseAlarm, double lowest, double highest) {
    /** What may be said. */
    public enum Verdict {
        /** Not yet. */
        OPEN,
        /** It brings more orders. */
        BETTER,
        /** It brings fewer orders, and should stop. */
        WORSE,
        /** The letters did not go in the proportion of their weights, so that nothing may be said. */
        SKEWED
    }
}
