package comeback.console.pages;

import comeback.commit.Customers;
import comeback.commit.LogEntry;
import comeback.commit.Messages;
import comeback.commit.Timelines;
import comeback.console.Answer;
import comeback.console.Places;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Who;
import comeback.flow.Explain;
import comeback.flow.Explanation;
import comeback.flow.Reason;
import comeback.http.Html;
import comeback.message.MessageState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to one customer, newest first: what was reported, what was decided and why, what became of each letter. */
final class CustomerPage {
    private static final int LINES = 30;

    private final Customers customers;
    private final Timelines timelines;
    private final Messages messages;

    CustomerPage(Customers customers, Timelines timelines, Messages messages) {
        this.customers = customers;
        this.timelines = timelines;
        this.messages = messages;
    }

    Answer of(Ask ask) {
        Words words = ask.words();
        Optional<String> asked = ask.request().queryParameter("id");
        Optional<CustomerId> place = asked.flatMap(Who::read);
        Optional<Customer> found =
                place.map(id -> customers.at(ask.store().id(), id)).filter(customer -> customer.version() > 0);
        Html life = found.map(customer -> life(ask, customer))
                .orElse(
                        asked.isEmpty()
                                ? Html.NONE
                                : Html.of(
                                        "<section class=\"card\"><p class=\"none\">{}</p></section>",
                                        words.of("nobody")));
        Html main = Html.of(
                """
                <div class="head"><div><h1>{}</h1></div></div>
                <div class="grid"><section class="card"><form class="find" action="/console/customers" method="get">
                <div class="field"><label for="id">{}</label><input id="id" name="id" value="{}" autocomplete="off"></div>
                {}<button type="submit">{}</button></form></section>{}</div>
                """, words.of("find"), words.of("findLabel"), asked.orElse(""), ask.kept(), words.of("search"), life);
        return Frame.page(
                asked.isPresent() && found.isEmpty() ? 404 : 200, ask, "customers", words.of("customers"), main);
    }

    private Html life(Ask ask, Customer customer) {
        Words words = ask.words();
        Timelines.Page page = timelines.page(
                ask.store().id(),
                customer,
                ask.request().queryParameter("after").flatMap(Places::read),
                LINES);
        Html older = page.next()
                .map(next -> Html.of(
                        "<p class=\"sub\"><a href=\"{}\">{}</a></p>",
                        ask.link(ask.request().path(), Map.of("after", Places.write(next))),
                        words.of("older")))
                .orElse(Html.NONE);
        return Html.of(
                "<section class=\"card\"><h2>{}</h2><ol class=\"life\">{}</ol>{}</section>",
                words.of("timeline"),
                Html.all(page.lines().stream().map(line -> line(ask, line)).toList()),
                older);
    }

    /** Folded: what came of it shows, why is told to whoever opens it. What is written down in English says so. */
    private Html line(Ask ask, LogEntry line) {
        Words words = ask.words();
        List<Explanation.Fate> fates = line.messages().stream()
                .flatMap(id -> messages.find(ask.store().id(), id).stream())
                .map(Explain::fate)
                .toList();
        Html head = Html.of(
                "<time datetime=\"{}\">{}</time><b>{}</b>{}",
                line.at(),
                words.moment(line.at(), ask.store().zone()),
                line.name(),
                Html.all(fates.stream()
                        .map(fate -> Html.of(
                                "<span class=\"tag{}\">{} / {}: {}</span>",
                                fate.state() instanceof MessageState.Accepted ? " sent" : "",
                                fate.flow(),
                                fate.letter(),
                                words.of("state." + fate.state().label())))
                        .toList()));
        if (fates.isEmpty() && line.reasons().isEmpty()) {
            return Html.of("<li>{}</li>", head);
        }
        return Html.of(
                "<li><details><summary>{}</summary>{}{}</details></li>",
                head,
                Html.all(fates.stream()
                        .map(fate -> Html.of(
                                "<p>{} / {}: <span lang=\"en\">{}</span></p>", fate.flow(), fate.letter(), fate.text()))
                        .toList()),
                Html.all(line.reasons().stream()
                        .map(reason -> reason(words, reason))
                        .toList()));
    }

    private static Html reason(Words words, Reason reason) {
        return Html.of(
                "<p class=\"why\">{} · {}{}: <span lang=\"en\">{}</span></p>",
                reason.flow(),
                words.of("verdict." + reason.verdict()),
                reason.ruling().map(ruling -> " · " + words.rule(ruling.rule())).orElse(""),
                reason.text());
    }
}
