package comeback.shopper.page;

import comeback.customer.Customer;
import comeback.http.Html;
import comeback.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every page of the unsubscribe link. */
public final class Pages {
    private static final String TICK =
            "<svg viewBox=\"0 0 20 20\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\""
                    + " stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\"><path d=\"M4.5 10.5l3.5"
                    + " 3.5 7.5-8\"/></svg>";

    private static final String CROSS =
            "<svg viewBox=\"0 0 20 20\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\""
                    + " stroke-linecap=\"round\" aria-hidden=\"true\"><path d=\"M6 6l8 8M14 6l-8 8\"/></svg>";

    private static final String DONE_SIGN =
            "<svg class=\"done\" viewBox=\"0 0 44 44\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.5\""
                    + " stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\">"
                    + "<circle cx=\"22\" cy=\"22\" r=\"19.5\"/><path d=\"M13.5 22.8l6 6 11-12.6\"/></svg>";

    private static final Html BAR = new Html("<div class=\"bar\"></div>");

    private final Map<String, Words> words = Words.all();
    private final Words english = Words.in(Locale.ENGLISH);

    /** Asks. Nothing has happened yet, and nothing will until the button is pressed. */
    public Page ask(Store store, Customer customer, String acceptLanguage) {
        Paper paper = paper(store, customer, acceptLanguage);
        Words say = paper.words();
        Html card = Html.of(
                """
                {}
                <h1>{}</h1>
                <p>{}</p>
                <form method="post"><button class="button" type="submit" name="do" value="unsubscribe">{}</button></form>
                <p class="small">{}</p>
                <div class="kinds">
                {}
                {}
                <p class="small">{}</p>
                </div>\
                """,
                BAR,
                say.get("ask.title"),
                lead(say, "ask.lead", store, customer),
                say.get("ask.button"),
                say.get("ask.note"),
                kinds(say, "stops", CROSS, List.of("stops.offers", "stops.reminders")),
                kinds(say, "stays", TICK, List.of("stays.orders", "stays.shipping")),
                say.get("stays.why"));
        return paper.with(say.get("ask.title"), card);
    }

    /** Says that it is done, since this very moment. */
    public Page done(Store store, Customer customer, Instant at, String acceptLanguage) {
        return stopped(paper(store, customer, acceptLanguage), store, customer, "done", at);
    }

    /** Says that it was done before. */
    public Page alreadyDone(Store store, Customer customer, Instant at, String acceptLanguage) {
        return stopped(paper(store, customer, acceptLanguage), store, customer, "already", at);
    }

    /** Asks whether a request is theirs. Nothing has happened yet, and nothing will until the button is pressed. */
    public Page askStock(Store store, Customer customer, String acceptLanguage) {
        return asking("stock.ask", store, customer, acceptLanguage);
    }

    /** Says that they are on the list. */
    public Page stockConfirmed(Store store, Customer customer, String acceptLanguage) {
        return confirmed("stock.done", store, customer, acceptLanguage);
    }

    /** Asks whether it was them who agreed. Nothing has happened yet, and nothing will until the button is pressed. */
    public Page askConsent(Store store, Customer customer, String acceptLanguage) {
        return asking("consent.ask", store, customer, acceptLanguage);
    }

    /** Says that they may be written to. */
    public Page consentConfirmed(Store store, Customer customer, String acceptLanguage) {
        return confirmed("consent.done", store, customer, acceptLanguage);
    }

    /** Which words they read, for the consent ledger: the language, and what changes when one of them does. */
    public String version(Store store, Customer customer, String acceptLanguage) {
        return paper(store, customer, acceptLanguage).words().version();
    }

    private Page asking(String words, Store store, Customer customer, String acceptLanguage) {
        Paper paper = paper(store, customer, acceptLanguage);
        Words say = paper.words();
        Html card = Html.of(
                """
                {}
                <h1>{}</h1>
                <p>{}</p>
                <form method="post"><button class="button" type="submit" name="do" value="confirm">{}</button></form>
                <p class="small">{}</p>\
                """,
                BAR,
                say.get(words + ".title"),
                lead(say, words + ".lead", store, customer),
                say.get(words + ".button"),
                say.get(words + ".note"));
        return paper.with(say.get(words + ".title"), card);
    }

    private Page confirmed(String words, Store store, Customer customer, String acceptLanguage) {
        Paper paper = paper(store, customer, acceptLanguage);
        Words say = paper.words();
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n<p class=\"small\">{}</p>\n{}",
                new Html(DONE_SIGN),
                say.get(words + ".title"),
                lead(say, words + ".lead", store, customer),
                say.get(words + ".note"),
                home(say, store));
        return paper.with(say.get(words + ".title"), card);
    }

    /** One line for a mail program, which may show it. */
    public String oneClickDone(Store store, Customer customer, String acceptLanguage) {
        return paper(store, customer, acceptLanguage)
                .words()
                .get("oneclick.done", store.brand().name());
    }

    /** One page for every link that is none, so that it tells nothing about which part of it is wrong. */
    public Page broken(String acceptLanguage) {
        Paper paper = paper(acceptLanguage);
        Words say = paper.words();
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n<p class=\"small\">{}</p>",
                BAR,
                say.get("broken.title"),
                say.get("broken.lead"),
                say.get("broken.help"));
        return paper.with(say.get("broken.title"), card);
    }

    /** For a fault of ours. The button opens the same link again, which changes nothing by itself. */
    public Page trouble(String acceptLanguage) {
        Paper paper = paper(acceptLanguage);
        Words say = paper.words();
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n<a class=\"button\" href=\"\">{}</a>",
                BAR,
                say.get("trouble.title"),
                say.get("trouble.lead"),
                say.get("trouble.button"));
        return paper.with(say.get("trouble.title"), card);
    }

    private static Page stopped(Paper paper, Store store, Customer customer, String which, Instant at) {
        Words say = paper.words();
        ZoneId zone = customer.profile().zoneOr(store.zone());
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(say.locale())
                .format(at.atZone(zone));
        Html card = Html.of(
                """
                {}
                <h1>{}</h1>
                <p>{}</p>
                <p class="small">{}</p>
                {}
                <div class="kinds">
                {}
                <p class="small">{}</p>
                </div>\
                """,
                new Html(DONE_SIGN),
                say.get(which + ".title"),
                lead(say, "done.lead", store, customer),
                say.get(which + ".at", day),
                home(say, store),
                kinds(say, "stays", TICK, List.of("stays.orders", "stays.shipping")),
                say.get("stays.why"));
        return paper.with(say.get(which + ".title"), card);
    }

    static String lead(Words say, String key, Store store, Customer customer) {
        String shop = store.brand().name();
        return customer.identity()
                .email()
                .map(address -> say.get(key, shop, MaskedAddress.of(address)))
                .orElseGet(() -> say.get(key + ".you", shop));
    }

    private static Html kinds(Words say, String list, String sign, List<String> keys) {
        List<Html> items = keys.stream()
                .map(key -> Html.of("<li>{}<span>{}</span></li>", new Html(sign), say.get(key)))
                .toList();
        return Html.of(
                "<section class=\"{}\">\n<h2>{}</h2>\n<ul>\n{}\n</ul>\n</section>",
                list,
                say.get(list + ".heading"),
                Html.all(items));
    }

    private static Html home(Words say, Store store) {
        return SafeLink.web(store.brand().homeUrl())
                .map(url -> Html.of("<p>{}</p>", Paper.linked(say.get("done.home"), Optional.of(url))))
                .orElse(Html.NONE);
    }

    Paper paper(Store store, Customer customer, String acceptLanguage) {
        Locale locale = Languages.of(customer.language(), acceptLanguage, store.locales(), store.locale());
        return new Paper(wordsFor(locale), Optional.of(store.brand()));
    }

    private Paper paper(String acceptLanguage) {
        Locale locale = Languages.of(Optional.empty(), acceptLanguage, Words.LANGUAGES, Locale.ENGLISH);
        return new Paper(wordsFor(locale), Optional.empty());
    }

    private Words wordsFor(Locale locale) {
        return Optional.ofNullable(words.get(locale.getLanguage()))
                .orElse(english)
                .forReaderOf(locale);
    }
}
