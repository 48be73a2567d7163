package comeback.console.pages;

import comeback.catalogue.Money;
import comeback.console.Answer;
import comeback.experiment.Lift;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.http.Html;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Report;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** All flows in a table, and one flow drawn with its numbers. */
final class FlowPages {
    private FlowPages() {}

    /** Every flow, those that bring most first. */
    static Answer all(Ask ask, Report report, Flows flows, Map<String, Lift> lifts) {
        Words words = ask.words();
        Currency currency = Sales.currency(report.shop());
        SortedMap<String, Counts> counted = report.letters().flows();
        flows.all().forEach(flow -> counted.putIfAbsent(flow.name(), Counts.NONE));
        List<Map.Entry<String, Counts>> sorted = counted.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Counts> flow) ->
                                -flow.getValue().revenue(currency))
                        .thenComparingLong(flow -> -flow.getValue().count(Measure.SENT))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        Html main = Html.of(
                "{}<div class=\"grid\"><section class=\"card\">{}</section></div>",
                Frame.head(ask, words.of("flows")),
                Panels.flowTable(ask, sorted, lifts, currency));
        return Frame.page(200, ask, "flows", words.of("flows"), main);
    }

    /**
     * One flow.
     *
     * @param file as it is today; absent for one that is gone
     * @param lift what it brings against those held out, if it holds anybody out
     */
    static Answer one(Ask ask, String name, Report report, Optional<Flow> file, Optional<Lift> lift) {
        Words words = ask.words();
        Report flow = report.of(name);
        Counts total = flow.total();
        Currency currency = Sales.currency(report.shop());
        Html main = Html.of(
                "{}<div class=\"grid\">{}{}{}{}{}{}{}{}</div>",
                Frame.head(ask, name),
                tiles(words, total, currency),
                file.map(drawn -> Panels.card("half", words.of("steps"), FlowGraph.of(drawn, flow.steps(), words)))
                        .orElse(Html.NONE),
                Panels.card("half", words.of("funnel"), funnel(words, total)),
                lift.map(held -> LiftPanel.of(words, held, currency)).orElse(Html.NONE),
                Panels.card("", words.of("variants"), letters(words, flow, currency)),
                Panels.skipped(words, total, "half"),
                Panels.health(words, total, "half"),
                file.map(drawn -> LetterPages.all(ask, drawn)).orElse(Html.NONE));
        return Frame.framing(Frame.page(200, ask, "flows", name, main));
    }

    private static Html tiles(Words words, Counts total, Currency currency) {
        long sent = total.count(Measure.SENT);
        var revenue = Sales.in(currency, total);
        String each = sent == 0 ? "–" : words.money(new Money(revenue.minor() / sent, currency));
        return Html.all(List.of(
                Panels.tile(
                        words.of("revenueByLetters"),
                        words.money(revenue),
                        Html.of("{} {}", each, words.of("perLetter"))),
                Panels.tile(
                        words.of("orders"),
                        words.number(total.count(Measure.ORDERS)),
                        Html.of(
                                "{}",
                                words.percent(total.count(Measure.ORDERS), total.count(Measure.DELIVERED), 1) + " "
                                        + words.of("ofDelivered"))),
                Panels.tile(
                        words.of("letters"),
                        words.number(sent),
                        Html.of(
                                "{} {}",
                                words.percent(total.count(Measure.DELIVERED), sent, 1),
                                words.of("delivered"))),
                Panels.tile(
                        words.of("clickRate"),
                        words.percent(total.count(Measure.CLICKED), total.count(Measure.DELIVERED), 1),
                        Html.of("{}", words.of("ofDelivered"))),
                Panels.cost(words, total)));
    }

    private static Html funnel(Words words, Counts total) {
        List<Measure> stages =
                List.of(Measure.SENT, Measure.DELIVERED, Measure.OPENED, Measure.CLICKED, Measure.ORDERS);
        List<String> names = List.of("sent", "delivered", "opened", "clicked", "ordered");
        List<String> numbers =
                stages.stream().map(stage -> words.number(total.count(stage))).toList();
        long most = Math.max(1, total.count(Measure.SENT));
        List<Html> drawn = IntStream.range(0, stages.size())
                .mapToObj(i -> Html.of(
                        "<li><span>{}</span><b>{}{}</b>{}</li>",
                        words.of(names.get(i)),
                        numbers.get(i),
                        i == 0 ? "" : " · " + words.percent(total.count(stages.get(i)), most, 1),
                        Charts.share(total.count(stages.get(i)), most, "bar")))
                .toList();
        return Html.of(
                "<ul class=\"reasons tall\">{}</ul><p class=\"sub\">{}</p>",
                Html.all(drawn),
                words.of(
                        "machines",
                        words.number(total.count(Measure.OPENED_BY_MACHINE)),
                        words.number(total.count(Measure.CLICKED_BY_MACHINE))));
    }

    private static Html letters(Words words, Report flow, Currency currency) {
        SortedMap<String, Counts> letters = flow.variants();
        return letters.isEmpty()
                ? Html.of("<p class=\"none\">{}</p>", words.of("noneOfIt"))
                : Panels.table(
                        words,
                        words.of("letter"),
                        letters.entrySet().stream()
                                .map(letter -> Map.entry(Html.of("{}", letter.getKey()), letter.getValue()))
                                .toList(),
                        currency);
    }
}
