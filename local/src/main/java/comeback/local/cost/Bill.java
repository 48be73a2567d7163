package comeback.local.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What AWS asks for a month, without its free tier.
 *
 * @param lines what is paid by use
 * @param watching what the alarms and the metrics of template.yaml cost, whoever shops
 * @param ses the part of {@code lines} that SES itself takes
 */
public record Bill(List<Line> lines, List<Line> watching, double ses) {
    /**
     * One line.
     *
     * @param what for a person
     * @param amount of it
     * @param dollars for all of it
     */
    public record Line(String what, double amount, double dollars) {}

    /** How many of a hundred mails are opened and followed; each tells the functions. */
    static final int OPENED_PERCENT = 50;

    static final int CLICKED_PERCENT = 5;

    /** Of a month of 30 days, one every five minutes. */
    static final int SWEEPS = 8_640;

    private static final double HUNDRED = 100;
    private static final double MILLION = 1e6;
    private static final double GIGABYTE = 1 << 30;
    private static final double MILLIS = 1_000;

    public Bill {
        lines = List.copyOf(lines);
        watching = List.copyOf(watching);
    }

    static Bill of(Month month, Counted counted, Prices prices) {
        double events = month.events();
        double mails = month.mails();
        double orders = month.orders();
        Amounts all = counted.of(Counted.EVENT)
                .times(events - orders)
                .plus(counted.of(Counted.ORDER).times(orders))
                .plus(counted.of(Counted.REMINDER).times(mails - orders))
                .plus(counted.of(Counted.OPENED).times(mails * OPENED_PERCENT / HUNDRED))
                .plus(counted.of(Counted.CLICKED).times(mails * CLICKED_PERCENT / HUNDRED))
                .plus(counted.of(Counted.SWEEP).times(SWEEPS));
        var lines = new ArrayList<Line>();
        double ses = mails * prices.of("mail");
        lines.add(new Line("SES: mails", mails, ses));
        lines.add(new Line("DynamoDB: write units", all.writes(), all.writes() / MILLION * prices.of("write units")));
        lines.add(new Line("DynamoDB: read units", all.reads(), all.reads() / MILLION * prices.of("read units")));
        lines.add(new Line("HTTP API: requests", events, events / MILLION * prices.of("requests")));
        lines.add(new Line(
                "Lambda: calls", all.invocations(), all.invocations() / MILLION * prices.of("calls of functions")));
        double seconds = seconds(all, prices) * prices.of("gigabytes of a function");
        lines.add(new Line("Lambda: GB-seconds", seconds, seconds * prices.of("GB-second")));
        // Every mail but the orders' was waited for, and every order's cart had an alarm that rings for nothing.
        lines.add(new Line("Scheduler: alarms that ring", mails, mails / MILLION * prices.of("rings")));
        double log = all.logBytes() / GIGABYTE;
        lines.add(new Line("CloudWatch: GB of log", log, log * prices.of("GB of log")));
        return new Bill(lines, List.of(watched("alarms", prices), watched("metrics", prices)), ses);
    }

    /**
     * What each letter costs that became this, as the console reckons it: of one that SES took with its waking, of one that did
     * not go all of that but SES.
     */
    static Map<String, Double> ofLetters(Counted counted, Prices prices) {
        double ring = prices.of("rings") / MILLION;
        double work = dollars(counted.of(Counted.REMINDER), prices) + ring;
        return Map.of(
                "sent",
                work + prices.of("mail"),
                "opened",
                dollars(counted.of(Counted.OPENED), prices),
                "clicked",
                dollars(counted.of(Counted.CLICKED).plus(counted.of(Counted.SWEEP)), prices),
                "skipped",
                work);
    }

    private static double dollars(Amounts all, Prices prices) {
        return all.writes() / MILLION * prices.of("write units")
                + all.reads() / MILLION * prices.of("read units")
                + all.invocations() / MILLION * prices.of("calls of functions")
                + seconds(all, prices) * prices.of("gigabytes of a function") * prices.of("GB-second")
                + all.logBytes() / GIGABYTE * prices.of("GB of log");
    }

    private static Line watched(String what, Prices prices) {
        double count = prices.of(what + " in template.yaml");
        return new Line("CloudWatch: " + what, count, count * prices.of("one of " + what));
    }

    /** How long functions run: mostly they wait for AWS. */
    private static double seconds(Amounts all, Prices prices) {
        return (all.invocations() * prices.of("ms of a call itself")
                        + all.dynamoCalls() * prices.of("ms of DynamoDB")
                        + all.schedulerCalls() * prices.of("ms of Scheduler")
                        + all.sesCalls() * prices.of("ms of SES"))
                / MILLIS;
    }

    /** What is paid by use. */
    double total() {
        return sum(lines);
    }

    double watchingTotal() {
        return sum(watching);
    }

    private static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }
}
