package comeback.table;

import comeback.commit.LogEntry;
import comeback.flow.Reason;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.message.MessageId;
import comeback.message.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A line of the timeline to the JSON text in its item, and back. */
final class LogMapper {
    private LogMapper() {}

    static String write(LogEntry entry) {
        return Json.print(new Tree()
                .with("name", entry.name())
                .with("source", entry.source())
                .with("reasons", entry.reasons().stream().map(LogMapper::write).toList())
                .with(
                        "messages",
                        entry.messages().stream().map(MessageId::value).toList())
                .with("raw", entry.raw())
                .toMap());
    }

    /** The line's time and id stand in its key. */
    static LogEntry read(Instant at, String id, String body) {
        Fields line = Fields.of(Json.parseOwn(body));
        return new LogEntry(
                at,
                id,
                line.text("name").orElse(""),
                line.text("source").orElse(""),
                line.object("raw").map(Fields::asMap).orElse(Map.of()),
                line.objects("reasons").orElse(List.of()).stream()
                        .map(LogMapper::reason)
                        .toList(),
                line.texts("messages").stream().map(MessageId::new).toList());
    }

    private static Map<String, Object> write(Reason reason) {
        return new Tree()
                .with("flow", reason.flow())
                .with("verdict", reason.verdict().name())
                .with("text", reason.text())
                .with("step", reason.step())
                .with("rule", reason.ruling().map(Ruling::rule))
                .with("value", reason.ruling().map(Ruling::value))
                .with("words", reason.ruling().map(Ruling::text).filter(text -> !text.equals(reason.text())))
                .with("otherwise", reason.ruling().map(Ruling::otherwise))
                .with("because", reason.because())
                .toMap();
    }

    private static Reason reason(Fields reason) {
        String text = reason.text("text").orElse("");
        return new Reason(
                reason.text("flow").orElse(""),
                Reason.Verdict.valueOf(reason.text("verdict").orElseThrow()),
                text,
                reason.text("step"),
                reason.text("rule")
                        .map(rule -> new Ruling(
                                rule,
                                reason.text("value").orElse(""),
                                reason.text("words").orElse(text),
                                reason.text("otherwise").orElse(""))),
                reason.text("because"));
    }
}
