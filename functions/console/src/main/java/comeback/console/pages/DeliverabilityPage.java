package comeback.console.pages;

import comeback.console.Answer;
import comeback.http.Html;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Provider;
import comeback.report.Report;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether letters arrive and are wanted: against the limits at which providers act, day by day and flow by flow. */
final class DeliverabilityPage {
    private static final List<Measure> FATES =
            List.of(Measure.DELIVERED, Measure.SOFT_BOUNCED, Measure.BOUNCED, Measure.COMPLAINED, Measure.UNSUBSCRIBED);

    /** By whose inbox it is counted what SES tells, and not what people do. */
    private static final List<Measure> OF_PROVIDERS =
            List.of(Measure.DELIVERED, Measure.SOFT_BOUNCED, Measure.BOUNCED, Measure.COMPLAINED);

    private DeliverabilityPage() {}

    static Answer of(Ask ask, Report report) {
        Words words = ask.words();
        Report letters = report.letters();
        Counts total = letters.total();
        List<Charts.Bar> back = letters.days().entrySet().stream()
                .map(day -> {
                    long bounced = day.getValue().count(Measure.BOUNCED);
                    return new Charts.Bar(
                            day.getKey(), bounced, bounced + day.getValue().count(Measure.SOFT_BOUNCED));
                })
                .toList();
        Html main = Html.of(
                "{}<div class=\"grid\">{}{}{}{}{}</div>",
                Frame.head(ask, words.of("deliverability")),
                Panels.health(words, total, "half"),
                Panels.card("half", words.of("whatArrives"), fates(words, total)),
                Panels.card(
                        "",
                        words.of("bounced"),
                        Html.of(
                                "{}{}{}",
                                Charts.days(words, words.of("bounced"), back, words::number),
                                Charts.key(words.of("bounced"), words.of("softBounced")),
                                Panels.dayTable(
                                        words,
                                        List.of(words.of("bounced"), words.of("softBounced")),
                                        back,
                                        words::number))),
                Panels.card("", words.of("byProvider"), byProvider(words, total)),
                Panels.card("", words.of("byFlow"), byFlow(ask, letters)));
        return Frame.page(200, ask, "deliverability", words.of("deliverability"), main);
    }

    private static String name(Measure measure) {
        return measure == Measure.SOFT_BOUNCED ? "softBounced" : measure.key();
    }

    private static Html fates(Words words, Counts total) {
        long sent = total.count(Measure.SENT);
        return Html.of(
                "<ul class=\"reasons\">{}</ul>",
                Html.all(FATES.stream()
                        .map(fate -> Html.of(
                                "<li><span>{}</span><b>{} · {}</b>{}</li>",
                                words.of(name(fate)),
                                words.number(total.count(fate)),
                                words.percent(total.count(fate), sent, 2),
                                Charts.share(total.count(fate), Math.max(1, sent), "bar")))
                        .toList()));
    }

    private static Html byProvider(Words words, Counts total) {
        List<Html> rows = Stream.of(Provider.values())
                .filter(provider -> total.at(provider).count(Measure.SENT) > 0)
                .map(provider -> row(
                        words, Html.of("{}", words.of("provider." + provider.key())), total.at(provider), OF_PROVIDERS))
                .toList();
        return table(words, words.of("provider"), rows, OF_PROVIDERS);
    }

    private static Html row(Words words, Html name, Counts counts, List<Measure> fates) {
        long sent = counts.count(Measure.SENT);
        return Html.of(
                "<tr><td>{}</td><td>{}</td>{}</tr>",
                name,
                words.number(sent),
                Html.all(fates.stream()
                        .map(fate -> Html.of("<td>{}</td>", words.percent(counts.count(fate), sent, 2)))
                        .toList()));
    }

    private static Html byFlow(Ask ask, Report letters) {
        Words words = ask.words();
        List<Html> rows = letters.flows().entrySet().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<String, Counts> flow) -> -flow.getValue().count(Measure.SENT)))
                .map(flow -> row(
                        words,
                        Html.of("<a href=\"{}\">{}</a>", ask.to("/console/flows/" + flow.getKey()), flow.getKey()),
                        flow.getValue(),
                        FATES))
                .toList();
        return table(words, words.of("flow"), rows, FATES);
    }

    private static Html table(Words words, String name, List<Html> rows, List<Measure> fates) {
        if (rows.isEmpty()) {
            return Html.of("<p class=\"none\">{}</p>", words.of("noMail"));
        }
        return Html.of(
                "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">{}</th><th"
                        + " scope=\"col\">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>",
                name,
                words.of("sent"),
                Html.all(fates.stream()
                        .map(fate -> Html.of("<th scope=\"col\">{}</th>", words.of(name(fate))))
                        .toList()),
                Html.all(rows));
    }
}
