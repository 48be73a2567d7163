package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.ConsentWord;
import comeback.customer.CustomerId;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.util.Optional;

/** An entry of the consent ledger to the JSON text in its item, and back. */
final class ConsentWordMapper {
    private static final int FORMAT = 1;

    private ConsentWordMapper() {}

    static String write(ConsentWord word) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("at", word.at().toString())
                .with("who", word.who().value())
                .with("version", word.version())
                .with("said", word.said())
                .with("source", word.source())
                .with("words", word.words())
                .with("address", word.address())
                .toMap());
    }

    static ConsentWord read(String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException(
                    "a word in the consent ledger is stored in a format that this version cannot" + " read");
        }
        return new ConsentWord(
                need(from.instant("at"), "a word's time"),
                new CustomerId(need(from.text("who"), "whose word it is")),
                from.integer("version").orElse(0),
                need(from.text("said"), "what was said"),
                from.text("source").orElse(""),
                from.text("words").orElse(""),
                from.text("address").orElse(""));
    }
}
