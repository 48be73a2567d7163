package comeback.shopper.page;

import comeback.http.Html;
import comeback.store.Brand;
import java.util.Optional;

/**
 * What all pages have in common: the shop's name above, a card with one heading, who answers for it below.
 *
 * @param words in the reader's language
 * @param brand whose page it is; nothing when no shop is known
 */
record Paper(Words words, Optional<Brand> brand) {
    /** The empty icon keeps browsers from asking this API for /favicon.ico, which would wake another function. */
    private static final String DOCUMENT = """
        <!doctype html>
        <html lang="{}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex, nofollow">
        <link rel="icon" href="data:,">
        <title>{}</title>
        <style>{}</style>
        </head>
        <body>
        <header>{}</header>
        <main>
        {}
        </main>
        <footer>{}</footer>
        </body>
        </html>
        """;

    /** The page with this title and this in its card. */
    Page with(String title, Html card) {
        Style style = Style.of(
                brand.map(shop -> Colour.of(shop.colour(), Style.NO_BRAND)).orElse(Style.NO_BRAND));
        Html document = Html.of(
                DOCUMENT,
                words.locale().getLanguage(),
                brand.map(shop -> title + " · " + shop.name()).orElse(title),
                new Html(style.css()),
                brand.map(Paper::header).orElse(Html.NONE),
                card,
                brand.map(this::footer).orElse(Html.NONE));
        return new Page(document.markup(), style.contentSecurityPolicy());
    }

    private static Html header(Brand shop) {
        return shop.logoUrl()
                .flatMap(SafeLink::web)
                .map(logo -> Html.of("<img src=\"{}\" width=\"128\" alt=\"{}\">", logo, shop.name()))
                .orElseGet(() -> Html.of("{}", shop.name()));
    }

    private Html footer(Brand shop) {
        return Html.of(
                "<p>{} {}{}</p>\n<p>{}<br>{}{}</p>",
                words.get("footer.contact"),
                linked(shop.supportEmail(), SafeLink.mailbox(shop.supportEmail())),
                shop.supportPhone()
                        .map(phone -> Html.of("<br>{}", linked(phone, SafeLink.phone(phone))))
                        .orElse(Html.NONE),
                shop.legalName(),
                shop.postalAddress(),
                shop.registration().map(line -> Html.of("<br>{}", line)).orElse(Html.NONE));
    }

    /** The text, as a link where there is one. */
    static Html linked(String text, Optional<String> link) {
        return link.map(url -> Html.of("<a href=\"{}\">{}</a>", url, text)).orElseGet(() -> Html.of("{}", text));
    }
}
