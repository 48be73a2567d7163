package comeback.experiment;

/**
 * What a person brings more on average in one arm than in the other, with all that it may be, however often somebody looks.
 *
 * <p>People are shared out by a hash, each to the first arm with the known chance {@code w}. With {@code n0} and {@code n1}
 * people, {@code g = n0 n1 / n} and {@code d} the truth, {@code g (seen - d)} is a sum of as many centred draws as there are
 * people, each as large as what the person brought; its variance is {@code V = w (1 - w) v n}, {@code v} being the greater of
 * the variance of all and that of each arm by itself. The evidence against {@code d} is mixed over a normal distribution whose
 * width is that of {@code k} buyers,
 *
 * <pre>
 * E(d) = sqrt(k / (k + b)) exp( (g (seen - d))^2 b / (2 V (k + b)) ),   b buyers,  k = 100
 * </pre>
 *
 * and all {@code d} with {@code E(d) < 1 / error} are told, {@code V} taken as it is under {@code d}.
 *
 * <p>Method: the normal mixture of Robbins (1970), as in the asymptotic confidence sequences of Waudby-Smith and others (2021):
 * what people bring is not normal, and V is estimated, so that it holds for many buyers. Nothing is told before
 * {@value #BUYERS_LEAST} have bought. Simulated truth shows how often it is wrong; orders of one person count as one draw, by
 * their square.
 *
 * @param seen on average, per person
 * @param lowest the least that it may be; infinite while nothing may be said
 * @param highest the most
 */
public record MeanDifference(double seen, double lowest, double highest) {
    /** Where the mixture looks for the truth: as far off as shows after so many buyers. */
    private static final double BUYERS = 100;

    private static final int BUYERS_LEAST = 20;

    /**
     * One arm.
     *
     * @param people who are in it
     * @param sum of what they brought
     * @param squares the sum of what each brought, squared
     */
    public record Arm(long people, double sum, double squares) {
        double mean() {
            return people == 0 ? 0 : sum / people;
        }

        double variance() {
            return people == 0 ? 0 : Math.max(0, squares / people - mean() * mean());
        }
    }

    /**
     * Compares.
     *
     * @param share the chance with which somebody comes into the first arm
     * @param buyers how many people brought anything, in both arms
     * @param error how probable it is at most that the truth is ever not between the lowest and the highest
     */
    static MeanDifference between(Arm first, Arm other, double share, long buyers, double error) {
        double seen = other.mean() - first.mean();
        double half = half(first, other, share, buyers, error);
        return new MeanDifference(seen, seen - half, seen + half);
    }

    private static double half(Arm first, Arm other, double share, long buyers, double error) {
        if (buyers < BUYERS_LEAST || first.people() == 0 || other.people() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double all = first.people() + other.people();
        double g = first.people() * (other.people() / all);
        double inAll = (first.variance() * first.people() + other.variance() * other.people()) / all;
        double inEach = (first.variance() * other.people() + other.variance() * first.people()) / all;
        double bound = Math.log(1 / error) + Math.log1p(buyers / BUYERS) / 2;
        double k = 2 * share * (1 - share) * bound * (BUYERS + buyers) / buyers;
        return g > k ? Math.sqrt(k * Math.max(inAll, inEach) * all / (g * (g - k))) : Double.POSITIVE_INFINITY;
    }

    /** Whether anything may be said. */
    public boolean isKnown() {
        return !Double.isInfinite(highest);
    }
}
