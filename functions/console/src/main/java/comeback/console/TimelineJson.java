package comeback.console;

import comeback.commit.LogEntry;
import comeback.engagement.Clue;
import comeback.engagement.Judgement;
import comeback.flow.Explain;
import comeback.flow.Explanation;
import comeback.flow.Reason;
import comeback.json.Tree;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import java.util.Map;
import java.util.Optional;

/** A line of a timeline as JSON. */
final class TimelineJson {
    private TimelineJson() {}

    static Map<String, Object> line(LogEntry line, Map<MessageId, Message> messages) {
        return new Tree()
                .with("at", line.at().toString())
                .with("id", line.id())
                .with("event", line.name())
                .with("source", line.source())
                .with(
                        "decisions",
                        line.reasons().stream().map(TimelineJson::reason).toList())
                .with(
                        "messages",
                        line.messages().stream()
                                .map(id -> Optional.ofNullable(messages.get(id)))
                                .flatMap(Optional::stream)
                                .map(Explain::fate)
                                .map(TimelineJson::fate)
                                .toList())
                .with("raw", line.raw())
                .toMap();
    }

    static Map<String, Object> reason(Reason reason) {
        return new Tree()
                .with("flow", reason.flow())
                .with("verdict", reason.verdict().name())
                .with("step", reason.step())
                .with("text", reason.text())
                .with("rule", reason.ruling().map(Ruling::rule))
                .with("value", reason.ruling().map(Ruling::value))
                .with("because", reason.because())
                .with("otherwise", reason.ruling().map(Ruling::otherwise))
                .toMap();
    }

    static Map<String, Object> fate(Explanation.Fate fate) {
        Optional<Ruling> ruling =
                fate.state() instanceof MessageState.Skipped skipped ? skipped.ruling() : Optional.empty();
        return new Tree()
                .with("id", fate.id().value())
                .with("flow", fate.flow())
                .with("step", fate.letter())
                .with("state", fate.state().label())
                .with("text", fate.text())
                .with(
                        "leftOut",
                        fate.leftOut().stream().map(TimelineJson::ruling).toList())
                .with("feedback", fate.feedback().map(TimelineJson::feedback))
                .with(
                        "touches",
                        fate.touches().stream().map(TimelineJson::touch).toList())
                .with("rule", ruling.map(Ruling::rule))
                .with("value", ruling.map(Ruling::value))
                .with("otherwise", ruling.map(Ruling::otherwise))
                .toMap();
    }

    private static Map<String, Object> ruling(Ruling ruling) {
        return new Tree()
                .with("rule", ruling.rule())
                .with("value", ruling.value())
                .with("text", ruling.text())
                .with("otherwise", ruling.otherwise())
                .toMap();
    }

    private static Map<String, Object> touch(Judgement made) {
        return new Tree()
                .with("kind", made.touch().kind().name())
                .with("at", made.touch().at().toString())
                .with("verdict", made.verdict().name())
                .with("score", made.score())
                .with("because", made.clues().stream().map(Clue::words).toList())
                .toMap();
    }

    private static Map<String, Object> feedback(Feedback feedback) {
        return new Tree()
                .with("kind", feedback.kind().name())
                .with("at", feedback.at().toString())
                .toMap();
    }
}
