package comeback.console.pages;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Stock;
import comeback.catalogue.Variant;
import comeback.catalogue.Wanted;
import comeback.commit.Catalogue;
import comeback.commit.Coupons;
import comeback.commit.WaitingList;
import comeback.console.Answer;
import comeback.coupon.Benefit;
import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.http.Html;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Products with those who wait for them, and coupons: found by name, because there may be very many of both. */
public final class LookupPages {
    private static final int NEW_SHOWN = 20;

    /** Whoever counts further reads them all. */
    private static final int WAITING_MAX = 100;

    private final Catalogue catalogue;
    private final WaitingList waiting;
    private final Coupons coupons;
    private final InstantSource clock;

    public LookupPages(Catalogue catalogue, WaitingList waiting, Coupons coupons, InstantSource clock) {
        this.catalogue = catalogue;
        this.waiting = waiting;
        this.coupons = coupons;
        this.clock = clock;
    }

    Answer goods(Ask ask) {
        Optional<String> asked = ask.request().queryParameter("id");
        Optional<Product> found = asked.flatMap(name -> product(ask.store().id(), name));
        Html content = found.map(product -> product(ask, product))
                .orElseGet(() -> asked.isPresent() ? nothing(ask, "goods.none") : newest(ask));
        return page(ask, "goods", asked, found.isPresent(), content);
    }

    Answer coupons(Ask ask) {
        Optional<String> asked = ask.request().queryParameter("id");
        Optional<Coupon> found = asked.flatMap(CouponCode::read)
                .flatMap(code -> coupons.find(ask.store().id(), code));
        Html content = found.map(coupon -> coupon(ask, coupon))
                .orElseGet(() -> asked.isPresent() ? nothing(ask, "coupons.none") : budget(ask));
        return page(ask, "coupons", asked, found.isPresent(), content);
    }

    private static Answer page(Ask ask, String name, Optional<String> asked, boolean isFound, Html content) {
        Words words = ask.words();
        Html main = Html.of(
                """
                <div class="head"><div><h1>{}</h1></div></div>
                <div class="grid"><section class="card"><form class="find" action="{}" method="get">
                <div class="field"><label for="id">{}</label><input id="id" name="id" value="{}" autocomplete="off"></div>
                {}<button type="submit">{}</button></form></section>{}</div>
                """,
                words.of(name),
                "/console/" + name,
                words.of(name + ".label"),
                asked.orElse(""),
                ask.kept(),
                words.of("search"),
                content);
        return Frame.page(asked.isPresent() && !isFound ? 404 : 200, ask, name, words.of(name), main);
    }

    private static Html nothing(Ask ask, String words) {
        return Html.of(
                "<section class=\"card\"><p class=\"none\">{}</p></section>",
                ask.words().of(words));
    }

    private Optional<Product> product(StoreId store, String name) {
        return catalogue
                .find(store, name)
                .or(() -> Optional.ofNullable(
                                catalogue.productsNamed(store, Set.of(name)).get(name))
                        .flatMap(id -> catalogue.find(store, id)));
    }

    private Html newest(Ask ask) {
        Instant now = clock.instant();
        List<Newcomer> newcomers = catalogue.newcomers(ask.store().id(), now.minus(Newcomer.NEW_FOR), now, NEW_SHOWN);
        return newcomers.isEmpty()
                ? Html.NONE
                : Panels.card(
                        "",
                        ask.words().of("goods.new"),
                        Html.of(
                                "<ul class=\"stores\">{}</ul>",
                                Html.all(newcomers.stream()
                                        .map(one -> Html.of(
                                                "<li><a href=\"{}\">{}</a></li>",
                                                ask.of("/console/goods", one.product()),
                                                one.product()))
                                        .toList())));
    }

    private Html product(Ask ask, Product product) {
        Words words = ask.words();
        Set<String> watched = waiting.watched(ask.store().id(), product.id());
        List<Html> rows = product.variants().stream()
                .map(variant -> Html.of(
                        "<tr><td>{} <span class=\"none\">{}</span></td><td>{}</td><td>{}</td><td>{}</td></tr>",
                        variant.title().orElse(product.title()),
                        variant.id(),
                        variant.price().map(words::money).orElse("–"),
                        stock(words, variant),
                        watched.contains(variant.id()) ? waiting(ask, product.id(), variant.id()) : "0"))
                .toList();
        // Who named no choice waits for any.
        String any = watched.contains(product.id()) && product.variants().size() > 1
                ? words.of("goods.any", waiting(ask, product.id(), product.id()))
                : "";
        return Panels.card(
                "",
                product.title(),
                Html.of(
                        "<p class=\"sub\">{}</p><div class=\"scroll\" tabindex=\"0\"><table><thead><tr>{}</tr></thead>"
                                + "<tbody>{}</tbody></table></div><p class=\"sub\">{}</p>",
                        words.of(product.isSold() ? "goods.sold" : "goods.gone", product.id()),
                        Html.all(List.of("goods.variant", "goods.price", "goods.stock", "goods.waiting").stream()
                                .map(head -> Html.of("<th scope=\"col\">{}</th>", words.of(head)))
                                .toList()),
                        Html.all(rows),
                        any));
    }

    private static String stock(Words words, Variant variant) {
        return switch (variant.stock()) {
            case Stock.Unknown unknown -> "–";
            case Stock.Unlimited unlimited -> "∞";
            case Stock.Units units -> words.number(units.count());
        };
    }

    /** How many, and since when the first. */
    private String waiting(Ask ask, String product, String variant) {
        List<Waiter> first = waiting.first(ask.store().id(), new Wanted(product, variant), WAITING_MAX + 1);
        if (first.isEmpty()) {
            return "0";
        }
        String count = first.size() > WAITING_MAX
                ? ask.words().number(WAITING_MAX) + "+"
                : ask.words().number(first.size());
        Instant since =
                first.stream().map(Waiter::askedAt).min(Instant::compareTo).orElseThrow();
        return ask.words()
                .of("goods.since", count, ask.words().moment(since, ask.store().zone()));
    }

    private Html budget(Ask ask) {
        Words words = ask.words();
        Optional<Integer> monthly = ask.store().policy().offers().flatMap(offers -> offers.monthly());
        if (monthly.isEmpty()) {
            return Html.NONE;
        }
        int issued = coupons.issuedIn(
                ask.store().id(),
                YearMonth.from(clock.instant().atZone(ask.store().zone())));
        return Panels.card(
                "",
                words.of("coupons.budget"),
                Html.of(
                        "<ul class=\"reasons\"><li><span>{}</span><b>{}</b>{}</li></ul>",
                        words.of("coupons.issued"),
                        words.number(issued) + " / " + words.number(monthly.get()),
                        Charts.share(issued, monthly.get(), issued >= monthly.get() ? "over" : "bar")));
    }

    private Html coupon(Ask ask, Coupon coupon) {
        Words words = ask.words();
        String state = switch (coupon.state()) {
            case CouponState.Issued open ->
                words.of(coupon.isExpired(clock.instant()) ? "coupons.expired" : "coupons.open");
            case CouponState.Redeemed used ->
                words.of(
                        "coupons.used",
                        used.order().value(),
                        words.moment(used.at(), ask.store().zone()));
            case CouponState.Revoked gone ->
                words.of("coupons.revoked", words.moment(gone.at(), ask.store().zone()));
        };
        return Panels.card(
                "",
                coupon.code().value(),
                Html.of(
                        "<dl class=\"settings\">{}{}{}{}{}</dl>",
                        line(words, "coupons.state", Html.of("{}", state)),
                        line(words, "coupons.gives", Html.of("{}", benefit(words, coupon.benefit()))),
                        line(
                                words,
                                "coupons.issuedAt",
                                Html.of(
                                        "{}",
                                        words.moment(
                                                coupon.issuedAt(), ask.store().zone()))),
                        line(
                                words,
                                "coupons.until",
                                Html.of(
                                        "{}",
                                        words.moment(
                                                coupon.validUntil(), ask.store().zone()))),
                        line(
                                words,
                                "coupons.customer",
                                Html.of(
                                        "<a href=\"{}\">{}</a>",
                                        ask.of(
                                                "/console/customers",
                                                coupon.customer().value()),
                                        coupon.customer().value()))));
    }

    private static Html line(Words words, String name, Html value) {
        return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", words.of(name), value);
    }

    private static String benefit(Words words, Benefit benefit) {
        return switch (benefit) {
            case Benefit.Percent part -> words.percent(part.percent(), 100, 0);
            case Benefit.AmountOff off -> words.money(off.amount());
            case Benefit.FreeShipping free -> words.of("coupons.shipping");
            case Benefit.Gift gift -> gift.what();
        };
    }
}
