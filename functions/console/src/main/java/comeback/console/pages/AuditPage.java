package comeback.console.pages;

import comeback.commit.AuditEntry;
import comeback.commit.AuditTrail;
import comeback.console.Answer;
import comeback.console.Places;
import comeback.http.Html;
import comeback.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who changed what in a store, newest first. */
final class AuditPage {
    private static final int ENTRIES = 50;

    private AuditPage() {}

    static Answer of(Ask ask, AuditTrail trail) {
        Words words = ask.words();
        Optional<StoreId> store = Optional.of(ask.store().id());
        AuditTrail.Page page =
                trail.page(store, ask.request().queryParameter("after").flatMap(Places::read), ENTRIES);
        Html entries = page.entries().isEmpty()
                ? Html.of("<p class=\"none\">{}</p>", words.of("noChange"))
                : Html.of(
                        "<ol class=\"life\">{}</ol>",
                        Html.all(page.entries().stream()
                                .map(entry -> entry(ask, entry))
                                .toList()));
        Html older = page.next()
                .map(next -> Html.of(
                        "<p class=\"sub\"><a href=\"{}\">{}</a></p>",
                        ask.link(ask.request().path(), Map.of("after", Places.write(next))),
                        words.of("older")))
                .orElse(Html.NONE);
        Html main = Html.of(
                """
                <div class="head"><div><h1>{}</h1><p class="sub">{}</p></div></div>
                <div class="grid">{}</div>
                """,
                words.of("audit"),
                words.of("auditWords"),
                Panels.card("", words.of("auditList"), Html.all(List.of(entries, older))));
        return Frame.page(200, ask, "audit", words.of("audit"), main);
    }

    private static Html entry(Ask ask, AuditEntry entry) {
        Words words = ask.words();
        return Html.of(
                "<li><time datetime=\"{}\">{}</time><b>{}</b><p>{}</p><p class=\"why\">{}</p></li>",
                entry.at(),
                words.moment(entry.at(), ask.store().zone()),
                words.of("did." + entry.what()),
                String.join(", ", entry.details()),
                entry.who());
    }
}
