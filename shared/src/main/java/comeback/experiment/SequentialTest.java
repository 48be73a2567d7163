package comeback.experiment;

import comeback.experiment.Judgement.Verdict;
import java.util.function.DoubleUnaryOperator;

/**
 * Compares two letters by the orders that they bring, however often somebody looks.
 *
 * <p>Customers are shared out by a hash, so were both letters alike, each order would be the other letter's with the known
 * chance {@code w = weight / (sum of both weights)}, whatever the season and however often people buy. Of {@code n} orders
 * {@code x} are the other letter's; against the chance {@code q} the evidence is a likelihood ratio mixed over a Beta
 * distribution,
 *
 * <pre>
 * E(q) = B(a + x, b + n - x) / B(a, b) / (q^x (1 - q)^(n - x)),   a = c w,  b = c (1 - w),  c = 100
 * </pre>
 *
 * which is a martingale with the mean 1 if {@code q} is true. By Ville's inequality it ever reaches {@code 1 / error} with a
 * chance of {@code error} at most: that holds at every look, exactly and not only for many orders. All {@code q} with
 * {@code E(q) < 1 / error} are a confidence sequence; the lift is {@code q / (1 - q)} over {@code w / (1 - w)}, less one.
 *
 * <p>Method: mixture martingales (Robbins 1970), as in the mixture sequential probability ratio test and the always-valid
 * p-values of Johari, Pekelis and Walsh ("Always Valid Inference", 2015), with the exact binomial likelihood of orders given
 * their number in place of a normal one, because orders are few.
 *
 * <p>It takes each order for itself. Two orders of one customer by one letter within five days are one share-out, and
 * make the error a little larger than stated; they are rare.
 */
public final class SequentialTest {
    /** Where the mixture looks for the truth: about shares within a fifteenth of the expected one, a lift of a quarter. */
    static final double SPREAD = 100;

    /** The share of recipients is known far better, and must be right. */
    private static final double SPREAD_OF_RECIPIENTS = 10_000;

    /** So seldom letters that went in the right proportion are said not to have. */
    private static final double SKEW_ERROR = 0.001;

    /** Each step halves what is left. */
    private static final int STEPS = 60;

    private final double error;

    /**
     * The test.
     *
     * @param error how probable it is at most that a difference is ever found where there is none
     */
    public SequentialTest(double error) {
        if (!(error > 0 && error < 1)) {
            throw new IllegalArgumentException("an error lies between 0 and 1");
        }
        this.error = error;
    }

    /** How the other letter did against the first. */
    public Judgement judge(Arm first, Arm other) {
        double share = share(first, other);
        return new Judgement(
                verdict(first, other),
                Math.min(1, Math.exp(-evidence(SPREAD, share, share, other.orders(), first.orders()))),
                lift(bound(share, other.orders(), first.orders(), true), share),
                lift(bound(share, other.orders(), first.orders(), false), share));
    }

    /** What may be said, without the interval, which takes a hundred times as long. */
    public Verdict verdict(Arm first, Arm other) {
        double share = share(first, other);
        double skew = evidence(SPREAD_OF_RECIPIENTS, share, share, other.recipients(), first.recipients());
        if (skew >= -Math.log(SKEW_ERROR)) {
            return Verdict.SKEWED;
        }
        if (evidence(SPREAD, share, share, other.orders(), first.orders()) < -Math.log(error)) {
            return Verdict.OPEN;
        }
        double seen = (double) other.orders() / (other.orders() + first.orders());
        return seen > share ? Verdict.BETTER : Verdict.WORSE;
    }

    private static double share(Arm first, Arm other) {
        return (double) other.weight() / (first.weight() + other.weight());
    }

    /** The logarithm of E(q). */
    private static double evidence(double spread, double share, double q, long others, long firsts) {
        if (others == 0 && firsts == 0) {
            return 0;
        }
        double a = spread * share;
        double b = spread * (1 - share);
        return logBeta(a + others, b + firsts)
                - logBeta(a, b)
                - times(others, Math.log(q))
                - times(firsts, Math.log1p(-q));
    }

    /** Nothing of what is infinitely unlikely is nothing. */
    private static double times(long count, double logarithm) {
        return count == 0 ? 0 : count * logarithm;
    }

    /** An end of the confidence sequence: E grows from the share that was seen to both sides. */
    private double bound(double share, long others, long firsts, boolean isLowest) {
        long all = others + firsts;
        if (isLowest ? others == 0 : firsts == 0) {
            return isLowest ? 0 : 1;
        }
        DoubleUnaryOperator isOut = q -> evidence(SPREAD, share, q, others, firsts) + Math.log(error);
        double inside = (double) others / all;
        double outside = isLowest ? 0 : 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (inside + outside) / 2;
            if (isOut.applyAsDouble(middle) >= 0) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }

    private static double lift(double q, double share) {
        return q >= 1 ? Double.POSITIVE_INFINITY : q / (1 - q) * (1 - share) / share - 1;
    }

    private static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /** Stirling's series, which is exact to twelve digits from 10 on; below, the recurrence leads there. */
    static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < 10) {
            shift += Math.log(y);
            y++;
        }
        double r = 1 / (y * y);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / y;
        return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
