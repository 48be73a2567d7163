package comeback.table;

import comeback.commit.LogEntry;
import comeback.flow.Reason;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.message.MessageId;
import java.util.Map;

/** A line of the timeline to the JSON text in its item. */
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

    private static Map<String, Object> write(Reason reason) {
        return Map.of(
                "flow", reason.flow(),
                "verdict", reason.verdict().name(),
                "text", reason.text());
    }
}
