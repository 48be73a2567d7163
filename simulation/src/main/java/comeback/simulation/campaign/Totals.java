package comeback.simulation.campaign;

import comeback.simulation.world.WorldResult;
import java.util.Locale;

/**
 * What many worlds came to.
 *
 * @param faultRate of the calls that went wrong
 * @param worlds how many
 * @param shopperYears lived in them
 * @param mails that SES took
 * @param calls to AWS
 * @param faults that were done
 * @param unclear sends whose answer was lost
 * @param doubles receipts that came twice, where that is allowed
 * @param flagged messages that a person would look at
 * @param violations broken promises
 * @param nanos it took
 */
public record Totals(
        double faultRate,
        int worlds,
        double shopperYears,
        long mails,
        long calls,
        long faults,
        long unclear,
        long doubles,
        long flagged,
        long violations,
        long nanos) {
    static final String HEAD = """
        | seam | calls that go wrong | shopper-years | mails | calls to AWS | faults | sends without an answer | receipts twice, as allowed | flagged | broken promises | shopper-years a second |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    static Totals none(double faultRate) {
        return new Totals(faultRate, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    Totals plus(WorldResult world) {
        return new Totals(
                faultRate,
                worlds + 1,
                shopperYears + world.options().shopperYears(),
                mails + world.mails(),
                calls + world.calls(),
                faults + world.faults().size(),
                unclear + world.unclear(),
                doubles + world.doubles(),
                flagged + world.flagged(),
                violations + world.violations().size(),
                nanos);
    }

    Totals taking(long time) {
        return new Totals(
                faultRate,
                worlds,
                shopperYears,
                mails,
                calls,
                faults,
                unclear,
                doubles,
                flagged,
                violations,
                nanos + time);
    }

    /** A row of the table of this seam. */
    String row(String seam) {
        return String.format(
                Locale.ROOT,
                "| %s | %s %% | %,.0f | %,d | %,d | %,d | %,d | %,d | %,d | **%,d** | %,.1f |%n",
                seam,
                faultRate == 0 ? "0" : Double.toString(faultRate * 100).replaceAll("\\.0$", ""),
                shopperYears,
                mails,
                calls,
                faults,
                unclear,
                doubles,
                flagged,
                violations,
                shopperYears / Math.max(1e-9, nanos / 1e9));
    }
}
