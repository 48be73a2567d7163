package comeback.table;

import comeback.commit.Reconciliation;
import comeback.commit.Reconciliation.Pass;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.util.Optional;

/** How far SES's list was gone through, to the JSON text in its item, and back. */
final class ReconciliationMapper {
    private static final int FORMAT = 1;

    private ReconciliationMapper() {}

    static String write(Reconciliation reconciliation) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("readTo", reconciliation.readTo().toString())
                .with("nextAt", reconciliation.nextAt().toString())
                .with("pass", reconciliation.pass().map(ReconciliationMapper::write))
                .toMap());
    }

    private static Object write(Pass pass) {
        return new Tree()
                .with("until", pass.until().toString())
                .with("page", pass.page())
                .with("after", pass.after())
                .with("hasFailed", pass.hasFailed())
                .toMap();
    }

    static Reconciliation read(String text, long version) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("a reconciliation is stored in a format that this version cannot read");
        }
        return new Reconciliation(
                version,
                from.instant("readTo").orElseThrow(),
                from.instant("nextAt").orElseThrow(),
                from.object("pass").map(ReconciliationMapper::pass));
    }

    private static Pass pass(Fields from) {
        return new Pass(
                from.instant("until").orElseThrow(),
                from.text("page"),
                from.text("after").orElse(""),
                from.truth("hasFailed").orElseThrow());
    }
}
