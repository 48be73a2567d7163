package comeback.console.reports;

import comeback.console.Answer;
import comeback.customer.Lot;
import comeback.experiment.Judgement;
import comeback.experiment.Lift;
import comeback.experiment.MeanDifference;
import comeback.json.Tree;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What flows bring that hold people out, as JSON and as a sheet. */
final class HoldoutsReport {
    private HoldoutsReport() {}

    static Answer of(StoreId store, List<Lift> lifts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("store", store.value());
        body.put("holdouts", lifts.stream().map(HoldoutsReport::json).toList());
        return Answer.of(body);
    }

    static Map<String, Object> json(Lift lift) {
        Map<String, Object> revenue = new LinkedHashMap<>();
        lift.revenue().forEach((code, each) -> revenue.put(code, json(each)));
        return new Tree()
                .with("flow", lift.flow())
                .with("percent", lift.holdout())
                .with("windowDays", Lot.WINDOW.toDays())
                .with("error", Lift.ERROR)
                .with("people", lift.people())
                .with("given", json(lift.given()))
                .with("heldOut", json(lift.heldOut()))
                .with("buyers", json(lift.buyers()))
                .with("ordersPerPerson", json(lift.orders()))
                .with("revenuePerPerson", revenue)
                .with("advice", word(lift.advice()))
                .toMap();
    }

    private static String word(Enum<?> said) {
        return said.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Object> json(Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("people", counts.count(Measure.PEOPLE));
        json.put("buyers", counts.count(Measure.BUYERS));
        json.putAll(CountsJson.sales(counts));
        return json;
    }

    private static Map<String, Object> json(Judgement told) {
        Tree json = new Tree()
                .with("verdict", word(told.verdict()))
                .with("falseAlarm", told.falseAlarm())
                .with("lowest", told.lowest());
        // JSON has no infinity: while nobody who was held out has bought, nothing bounds it.
        return (Double.isInfinite(told.highest()) ? json : json.with("highest", told.highest())).toMap();
    }

    /** The bounds are left out while nothing may be said. */
    private static Map<String, Object> json(MeanDifference told) {
        Tree json = new Tree().with("difference", told.seen());
        return (told.isKnown() ? json.with("lowest", told.lowest()).with("highest", told.highest()) : json).toMap();
    }

    /** A line for each arm; the first tells the differences too. */
    static String sheet(List<Lift> lifts) {
        List<String> head = List.of(
                "flow",
                "percent held out",
                "arm",
                "people",
                "buyers",
                "orders",
                "revenue",
                "orders per person more",
                "lowest",
                "highest",
                "advice");
        return Stream.concat(
                        Stream.of(head),
                        lifts.stream()
                                .flatMap(lift -> Stream.of(
                                        line(lift, Lot.GIVEN, lift.given()), line(lift, Lot.HELD_OUT, lift.heldOut()))))
                .map(Sheet::line)
                .collect(Collectors.joining());
    }

    private static List<String> line(Lift lift, String arm, Counts counts) {
        boolean isFirst = arm.equals(Lot.GIVEN);
        MeanDifference orders = lift.orders();
        boolean isTold = isFirst && orders.isKnown();
        return List.of(
                lift.flow(),
                Integer.toString(lift.holdout()),
                arm,
                Long.toString(counts.count(Measure.PEOPLE)),
                Long.toString(counts.count(Measure.BUYERS)),
                Long.toString(counts.count(Measure.ORDERS)),
                counts.revenue().entrySet().stream()
                        .map(money -> CountsJson.amount(money.getKey(), money.getValue()) + " " + money.getKey())
                        .collect(Collectors.joining(" ")),
                isFirst ? number(orders.seen()) : "",
                isTold ? number(orders.lowest()) : "",
                isTold ? number(orders.highest()) : "",
                isFirst ? word(lift.advice()) : "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
