package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.commit.SendingAccount.Circuit;
import comeback.commit.SendingAccount.Quota;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.util.Optional;

/** What is known of the SES account to the JSON texts in its item, and back. */
final class SendingAccountMapper {
    private static final int FORMAT = 1;

    private SendingAccountMapper() {}

    static String write(Circuit circuit) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("cause", circuit.cause().name())
                .with("since", circuit.since().toString())
                .with("probeAt", circuit.probeAt().toString())
                .toMap());
    }

    static Circuit circuit(String text) {
        Fields from = fields(text);
        return new Circuit(
                Circuit.Cause.valueOf(need(from.text("cause"), "a circuit's cause")),
                need(from.instant("since"), "a circuit's beginning"),
                need(from.instant("probeAt"), "a circuit's next probe"));
    }

    static String write(Quota quota) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("perSecond", Double.toString(quota.perSecond()))
                .with("perDay", Double.toString(quota.perDay()))
                .with("sentLastDay", Double.toString(quota.sentLastDay()))
                .with("readAt", quota.readAt().toString())
                .toMap());
    }

    static Quota quota(String text) {
        Fields from = fields(text);
        return new Quota(
                amount(from, "perSecond"),
                amount(from, "perDay"),
                amount(from, "sentLastDay"),
                need(from.instant("readAt"), "a quota's time"));
    }

    private static double amount(Fields from, String name) {
        return Double.parseDouble(need(from.text(name), "a quota's " + name));
    }

    private static Fields fields(String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("the sending account is stored in a format that this version cannot read");
        }
        return from;
    }
}
