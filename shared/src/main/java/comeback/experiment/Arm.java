package comeback.experiment;

/**
 * One of the letters that are tried.
 *
 * @param letter its name
 * @param weight how many customers get it, beside the others' weights
 * @param recipients to how many it went
 * @param orders how many it brought
 */
public record Arm(String letter, int weight, long recipients, long orders) {
    public Arm {
        if (weight < 1 || recipients < 0 || orders < 0) {
            throw new IllegalArgumentException("a letter that is tried has a weight, and counts that are not negative");
        }
    }

    /** Orders per recipient; 0 while it went to nobody. */
    public double rate() {
        return recipients == 0 ? 0 : (double) orders / recipients;
    }
}
