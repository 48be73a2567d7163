package comeback.console;

import comeback.flow.Explanation;
import comeback.flow.Explanation.Cause;
import comeback.flow.Explanation.Check;
import comeback.flow.Explanation.Run;
import comeback.flow.Explanation.StepNow;
import comeback.flow.Explanation.Told;
import comeback.flow.Explanation.Verdict;
import comeback.json.Tree;
import comeback.message.Ruling;
import java.time.Instant;
import java.util.Map;

/** An explanation as JSON: the answer first, then what it rests on. */
final class ExplanationJson {
    private ExplanationJson() {}

    static Map<String, Object> of(Explanation explanation) {
        return new Tree()
                .with("flow", explanation.flow())
                .with("step", explanation.letter())
                .with("answer", verdict(explanation.verdict()))
                .with("journey", explanation.run().map(ExplanationJson::run))
                .with(
                        "entry",
                        explanation.entry().stream().map(ExplanationJson::check).toList())
                .with(
                        "steps",
                        explanation.steps().stream().map(ExplanationJson::step).toList())
                .toMap();
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        return new Tree()
                .with("text", verdict.text())
                .with("rule", verdict.rule().map(Ruling::rule))
                .with("value", verdict.rule().map(Ruling::value))
                .with("because", verdict.because().map(ExplanationJson::cause))
                .with("otherwise", verdict.otherwise())
                .toMap();
    }

    private static Map<String, Object> run(Run run) {
        return new Tree()
                .with("key", run.key())
                .with("state", run.state().name())
                .with("startedAt", run.startedAt().toString())
                .with("because", run.because().map(ExplanationJson::cause))
                .with("ended", run.ended().map(ExplanationJson::told))
                .toMap();
    }

    private static Map<String, Object> step(StepNow step) {
        return new Tree()
                .with("number", step.number())
                .with("does", step.what())
                .with("step", step.letter())
                .with("position", step.position().name())
                .with("due", step.due().map(Instant::toString))
                .with("messages", step.fates().stream().map(TimelineJson::fate).toList())
                .with(
                        "decisions",
                        step.decisions().stream().map(ExplanationJson::told).toList())
                .with("rules", step.rules().stream().map(ExplanationJson::check).toList())
                .toMap();
    }

    private static Map<String, Object> told(Told told) {
        return new Tree()
                .with("when", cause(told.when()))
                .with("decision", TimelineJson.reason(told.reason()))
                .toMap();
    }

    private static Map<String, Object> check(Check check) {
        String otherwise = check.ruling().otherwise();
        Tree tree = new Tree()
                .with("rule", check.ruling().rule())
                .with("holds", check.holds())
                .with("value", check.ruling().value())
                .with("text", check.ruling().text())
                .with("because", check.because().map(ExplanationJson::cause));
        return check.holds() ? tree.toMap() : tree.with("otherwise", otherwise).toMap();
    }

    private static Map<String, Object> cause(Cause cause) {
        return new Tree()
                .with("at", cause.at().toString())
                .with("id", cause.id())
                .with("event", cause.name())
                .toMap();
    }
}
