package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.commit.AskedLink;
import comeback.commit.Session;
import comeback.customer.EmailAddress;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.KeyHash;
import comeback.store.StoreId;
import java.util.Optional;

/** Links by which somebody signs in, and sessions, to the JSON text in their items, and back. */
final class SignInMapper {
    private static final int FORMAT = 1;

    private SignInMapper() {}

    static String write(AskedLink link) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("secret", link.secret())
                .with("to", link.to().map(EmailAddress::value))
                .with("store", link.store().map(StoreId::value))
                .with("language", link.language())
                .with("until", link.until().toString())
                .toMap());
    }

    static AskedLink link(String id, String text) {
        Fields from = fields(text);
        return new AskedLink(
                id,
                need(from.text("secret"), "a link's secret"),
                from.text("to").map(EmailAddress::new),
                from.text("store").map(StoreId::new),
                need(from.text("language"), "a link's language"),
                need(from.instant("until"), "a link's end"));
    }

    static String write(Session session) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("who", session.who().value())
                .with("store", session.store().map(StoreId::value))
                .with("until", session.until().toString())
                .toMap());
    }

    static Session session(KeyHash key, String text) {
        Fields from = fields(text);
        return new Session(
                key,
                new EmailAddress(need(from.text("who"), "whose session it is")),
                from.text("store").map(StoreId::new),
                need(from.instant("until"), "a session's end"));
    }

    private static Fields fields(String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("a sign-in is stored in a format that this version cannot read");
        }
        return from;
    }
}
