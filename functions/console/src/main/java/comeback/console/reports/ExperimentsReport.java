package comeback.console.reports;

import comeback.console.Answer;
import comeback.experiment.Arm;
import comeback.experiment.Experiment;
import comeback.experiment.Experiment.Judged;
import comeback.experiment.Judgement;
import comeback.experiment.Proposal;
import comeback.flow.Flow;
import comeback.json.Tree;
import comeback.report.Report;
import comeback.report.Trials;
import comeback.store.Stopped;
import comeback.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What letters that are tried against each other have shown, as JSON. */
final class ExperimentsReport {
    private ExperimentsReport() {}

    /** With all days on which something was tried. */
    static Answer of(Store store, List<Flow> flows, Report report, Trials trials) {
        List<Map<String, Object>> all = flows.stream()
                .flatMap(flow ->
                        Experiment.of(flow, report, trials).stream().map(experiment -> json(store, flow, experiment)))
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("store", store.id().value());
        body.put("error", Experiment.ERROR);
        body.put("experiments", all);
        return Answer.of(body);
    }

    private static Map<String, Object> json(Store store, Flow flow, Experiment experiment) {
        return new Tree()
                .with("flow", flow.name())
                .with("step", experiment.step())
                .with("tried", experiment.tried().name().toLowerCase(Locale.ROOT))
                .with("first", arm(experiment.arms().getFirst()).toMap())
                .with(
                        "others",
                        experiment.judged().stream()
                                .map(judged -> judged(store, experiment, judged))
                                .toList())
                .with(
                        "proposal",
                        Proposal.of(experiment, flow.source())
                                .map(proposal -> new Tree()
                                        .with("letters", proposal.letters())
                                        .with("diff", proposal.diff())
                                        .toMap()))
                .toMap();
    }

    private static Map<String, Object> judged(Store store, Experiment experiment, Judged judged) {
        Judgement told = judged.judgement();
        Tree json = arm(judged.arm())
                .with("verdict", told.verdict().name().toLowerCase(Locale.ROOT))
                .with("falseAlarm", told.falseAlarm())
                .with("lowest", told.lowest())
                .with("harm", judged.harm().map(ExperimentsReport::word))
                .with(
                        "stopped",
                        store.stopped(
                                        experiment.flow(),
                                        experiment.step(),
                                        judged.arm().letter())
                                .map(stopped -> new Tree()
                                        .with("at", stopped.at().toString())
                                        .with("why", word(stopped.why()))
                                        .toMap()));
        // JSON has no infinity: without an order of the first letter nothing bounds it.
        return (Double.isInfinite(told.highest()) ? json : json.with("highest", told.highest())).toMap();
    }

    private static String word(Stopped.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Tree arm(Arm arm) {
        return new Tree()
                .with("letter", arm.letter())
                .with("weight", arm.weight())
                .with("sent", arm.recipients())
                .with("orders", arm.orders())
                .with("unwanted", arm.unwanted());
    }
}
