package comeback.console.pages;

import comeback.console.Answer;
import comeback.experiment.Arm;
import comeback.experiment.Experiment;
import comeback.experiment.Experiment.Judged;
import comeback.experiment.Judgement;
import comeback.experiment.Proposal;
import comeback.flow.Flow;
import comeback.http.Html;
import comeback.report.Report;
import comeback.report.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Letters that are tried against each other: what each brought, what may be said, and which change that proposes. */
final class ExperimentsPage {
    private static final List<String> HEADS =
            List.of("sent", "orders", "try.rate", "try.unwanted", "try.lift", "try.verdict");

    /** A longer wait reaches fewer people, so all count for whom the flow began. */
    private static final List<String> HEADS_OF_WAIT =
            List.of("lift.people", "try.buyers", "try.perPerson", "try.unwanted", "try.lift", "try.verdict");

    private ExperimentsPage() {}

    /** With all days on which something was tried. */
    static Answer of(Ask ask, List<Flow> flows, Report report, Trials trials) {
        Words words = ask.words();
        List<Html> cards = flows.stream()
                .flatMap(flow ->
                        Experiment.of(flow, report, trials).stream().map(experiment -> card(ask, flow, experiment)))
                .toList();
        Html none = Panels.card("", words.of("try.none"), Html.of("<p>{}</p>", words.of("try.how")));
        Html main = Html.of(
                """
                <div class="head"><div><h1>{}</h1><p class="sub">{}</p></div></div>
                <div class="grid">{}</div>
                """,
                words.of("experiments"),
                words.of("try.words", words.percent(Math.round(Experiment.ERROR * 100), 100, 0)),
                cards.isEmpty() ? none : Html.all(cards));
        return Frame.page(200, ask, "experiments", words.of("experiments"), main);
    }

    private static Html card(Ask ask, Flow flow, Experiment experiment) {
        Words words = ask.words();
        List<Html> rows = new ArrayList<>();
        rows.add(row(words, experiment.tried(), experiment.arms().getFirst(), "–", words.of("try.first")));
        for (Judged judged : experiment.judged()) {
            Judgement told = judged.judgement();
            rows.add(row(words, experiment.tried(), judged.arm(), lift(words, told), verdict(ask, experiment, judged)));
        }
        List<String> heads = experiment.tried() == Experiment.Tried.WAIT ? HEADS_OF_WAIT : HEADS;
        return Panels.card(
                "",
                flow.name() + " / " + experiment.step(),
                Html.of(
                        "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">{}</th>{}</tr></thead>"
                                + "<tbody>{}</tbody></table></div>{}",
                        words.of("try.arm." + experiment.tried()),
                        Html.all(heads.stream()
                                .map(head -> Html.of("<th scope=\"col\">{}</th>", words.of(head)))
                                .toList()),
                        Html.all(rows),
                        Proposal.of(experiment, flow.source())
                                .map(proposal -> proposal(words, proposal))
                                .orElse(Html.NONE)));
    }

    private static Html row(Words words, Experiment.Tried tried, Arm arm, String lift, String verdict) {
        return Html.of(
                "<tr><td>{} <span class=\"none\">{}</span></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                arm.letter(),
                words.of("try.weight", words.number(arm.weight())),
                words.number(arm.recipients()),
                words.number(arm.orders()),
                words.percent(arm.orders(), arm.recipients(), 2),
                tried == Experiment.Tried.WAIT ? "–" : words.percent(arm.unwanted(), arm.recipients(), 2),
                lift,
                verdict);
    }

    private static String verdict(Ask ask, Experiment experiment, Judged judged) {
        Words words = ask.words();
        return ask.store()
                .stopped(experiment.flow(), experiment.step(), judged.arm().letter())
                .map(stopped -> words.of(
                        "try.stopped." + stopped.why(),
                        words.day(LocalDate.ofInstant(stopped.at(), ask.store().zone()))))
                .or(() -> judged.harm().map(why -> words.of("try.harm." + why)))
                .orElseGet(() -> words.of("try." + judged.judgement().verdict()));
    }

    /** From the least that it may be to the most. */
    private static String lift(Words words, Judgement told) {
        String highest = Double.isInfinite(told.highest()) ? "∞" : words.signedPercent(told.highest());
        return words.signedPercent(told.lowest()) + " … " + highest;
    }

    private static Html proposal(Words words, Proposal proposal) {
        String stays = words.of("try.proposal", String.join(", ", proposal.letters()));
        return proposal.diff().isEmpty()
                ? Html.of("<p>{}</p><p class=\"sub\">{}</p>", stays, words.of("try.byHand"))
                : Html.of(
                        "<p>{}</p><pre class=\"diff\" tabindex=\"0\">{}</pre>",
                        stays,
                        String.join("\n", proposal.diff()));
    }
}
