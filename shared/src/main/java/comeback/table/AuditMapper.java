package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.commit.AuditEntry;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.StoreId;
import java.util.Optional;

/** An entry of the audit trail to the JSON text in its item, and back. */
final class AuditMapper {
    private static final int FORMAT = 1;

    private AuditMapper() {}

    static String write(AuditEntry entry) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("at", entry.at().toString())
                .with("id", entry.id())
                .with("who", entry.who())
                .with("what", entry.what().name())
                .with("details", entry.details())
                .toMap());
    }

    static AuditEntry read(Optional<StoreId> store, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("an audit entry is stored in a format that this version cannot read");
        }
        return new AuditEntry(
                need(from.instant("at"), "an audit entry's time"),
                need(from.text("id"), "an audit entry's id"),
                store,
                need(from.text("who"), "who did it"),
                AuditEntry.What.valueOf(need(from.text("what"), "what was done")),
                from.texts("details"));
    }
}
