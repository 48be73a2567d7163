package comeback.console.pages;

import comeback.console.reports.Cost;
import comeback.experiment.Lift;
import comeback.http.Html;
import comeback.report.Counts;
import comeback.report.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts that several pages have. */
final class Panels {
    /** SES looks into accounts above 5 %; its alarm of ours rings at 4. */
    private static final double BOUNCE_LIMIT = 0.05;

    /** Gmail wants less than that. */
    private static final double COMPLAINT_LIMIT = 0.001;

    /** Above it a list loses more people than most gain. */
    private static final double UNSUBSCRIBE_LIMIT = 0.01;

    private static final double NEAR = 0.6;

    private Panels() {}

    /** What AWS asks for these letters, and for one. */
    static Html cost(Words words, Counts counts) {
        Cost cost = Cost.today();
        return tile(
                words.of("cost"),
                words.dollars(cost.of(counts), 2),
                Html.of(
                        "{}",
                        words.of(
                                "costOfOne",
                                cost.ofOne(counts)
                                        .map(one -> words.dollars(one, 5))
                                        .orElse("–"),
                                cost.pricesOf())));
    }

    static Html tile(String label, String big, Html note) {
        return Html.of(
                "<div class=\"card kpi\"><p class=\"label\">{}</p><p class=\"big\">{}</p><p"
                        + " class=\"note\">{}</p></div>",
                label,
                big,
                note);
    }

    static Html card(String width, String title, Html content) {
        return Html.of("<section class=\"card {}\"><h2>{}</h2>{}</section>", width, title, content);
    }

    /** The numbers of a chart, for who wants or needs them. */
    static Html dayTable(Words words, List<String> names, List<Charts.Bar> bars, Charts.Axis number) {
        List<Html> rows = new ArrayList<>();
        for (Charts.Bar bar : bars.reversed()) {
            rows.add(Html.of(
                    "<tr><td>{}</td>{}<td>{}</td></tr>",
                    words.day(bar.day()),
                    names.size() > 1 ? Html.of("<td>{}</td>", number.text(bar.part())) : Html.NONE,
                    number.text(bar.whole())));
        }
        return Html.of(
                "<details><summary>{}</summary><div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th"
                        + " scope=\"col\">{}</th>{}</tr></thead><tbody>{}</tbody></table></div></details>",
                words.of("numbers"),
                words.of("day"),
                Html.all(names.stream()
                        .map(name -> Html.of("<th scope=\"col\">{}</th>", name))
                        .toList()),
                Html.all(rows));
    }

    /** Flows, each with what it brought and how it was received. */
    static Html flowTable(Ask ask, List<Map.Entry<String, Counts>> flows, Map<String, Lift> lifts, Currency currency) {
        Words words = ask.words();
        if (flows.isEmpty()) {
            return Html.of("<p class=\"none\">{}</p>", words.of("noneOfIt"));
        }
        return table(
                words,
                words.of("flow"),
                flows.stream()
                        .map(flow -> Map.entry(
                                Html.of(
                                        "<a href=\"{}\">{}</a>{}",
                                        ask.to("/console/flows/" + flow.getKey()),
                                        flow.getKey(),
                                        Optional.ofNullable(lifts.get(flow.getKey()))
                                                .map(lift -> LiftPanel.mark(words, lift))
                                                .orElse(Html.NONE)),
                                flow.getValue()))
                        .toList(),
                currency);
    }

    static Html table(Words words, String name, List<Map.Entry<Html, Counts>> entries, Currency currency) {
        List<String> heads = List.of("revenue", "orders", "sent", "delivered", "clicked", "unsubscribed", "skipped");
        return Html.of(
                "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th"
                        + " scope=\"col\">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>",
                name,
                Html.all(heads.stream()
                        .map(head -> Html.of("<th scope=\"col\">{}</th>", words.of(head)))
                        .toList()),
                Html.all(entries.stream()
                        .map(entry -> row(words, entry.getKey(), entry.getValue(), currency))
                        .toList()));
    }

    private static Html row(Words words, Html name, Counts counts, Currency currency) {
        long delivered = counts.count(Measure.DELIVERED);
        return Html.of(
                "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                name,
                words.money(Sales.in(currency, counts)),
                words.number(counts.count(Measure.ORDERS)),
                words.number(counts.count(Measure.SENT)),
                words.percent(delivered, counts.count(Measure.SENT), 1),
                words.percent(counts.count(Measure.CLICKED), delivered, 1),
                words.percent(counts.count(Measure.UNSUBSCRIBED), delivered, 2),
                words.number(counts.allSkipped()));
    }

    static Html skipped(Words words, Counts counts, String width) {
        long all = counts.allSkipped();
        if (all == 0) {
            return card(width, words.of("skippedWhy"), Html.of("<p class=\"none\">{}</p>", words.of("nothingSkipped")));
        }
        return card(
                width,
                words.of("skippedWhy"),
                Html.of(
                        "<ul class=\"reasons\">{}</ul>",
                        Html.all(counts.skipped().entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                                .map(rule -> Html.of(
                                        "<li><span>{}</span><b>{}</b>{}</li>",
                                        words.rule(rule.getKey()),
                                        words.number(rule.getValue()),
                                        Charts.share(rule.getValue(), all, "bar")))
                                .toList())));
    }

    static Html health(Words words, Counts counts, String width) {
        if (counts.count(Measure.SENT) == 0) {
            return card(width, words.of("health"), Html.of("<p class=\"none\">{}</p>", words.of("noMail")));
        }
        return card(
                width,
                words.of("health"),
                Html.of(
                        "<dl class=\"meter\">{}{}{}</dl>",
                        meter(words, "bounceRate", counts.count(Measure.BOUNCED), counts, BOUNCE_LIMIT),
                        meter(words, "complaintRate", counts.count(Measure.COMPLAINED), counts, COMPLAINT_LIMIT),
                        meter(
                                words,
                                "unsubscribeRate",
                                counts.count(Measure.UNSUBSCRIBED),
                                counts,
                                UNSUBSCRIBE_LIMIT)));
    }

    private static Html meter(Words words, String name, long part, Counts counts, double limit) {
        long sent = counts.count(Measure.SENT);
        double rate = (double) part / sent;
        String verdict = rate >= limit ? "over" : rate >= NEAR * limit ? "near" : "ok";
        return Html.of(
                "<div><dt><span>{}</span><b{}>{}</b></dt><dd>{}{}</dd></div>",
                words.of(name),
                new Html(verdict.equals("over") ? " class=\"down\"" : ""),
                words.percent(part, sent, 2),
                Charts.share(
                        Math.round(rate * 1_000_000),
                        Math.round(limit * 1_000_000),
                        verdict.equals("ok") ? "bar" : verdict),
                words.of("limit", words.percent(Math.round(limit * 10_000), 10_000, 2), words.of(verdict)));
    }
}
