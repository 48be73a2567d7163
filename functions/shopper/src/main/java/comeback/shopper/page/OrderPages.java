package comeback.shopper.page;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Address;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.OrderState;
import comeback.customer.OrderState.Stage;
import comeback.http.Html;
import comeback.receipt.Receipt;
import comeback.render.Formats;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page of one order: how far it has come, what was bought, what it cost, where it goes. */
public final class OrderPages {
    /** More than this no page shows; a sentence stands for the rest. */
    static final int LINES_MAX = 60;

    private static final Html BAR = new Html("<div class=\"bar\"></div>");

    private final Map<String, Words> words = Words.all();
    private final Words english = Words.in(Locale.ENGLISH);

    /** It changes nothing, and leads to nothing but the shop's own pages and the order's receipt. */
    public Page order(
            Store store,
            Customer customer,
            Order told,
            OrderState state,
            Optional<Receipt> receipt,
            String acceptLanguage) {
        Locale locale = Languages.of(customer.profile().locale(), acceptLanguage, store.locales(), store.locale());
        Words say = Optional.ofNullable(words.get(locale.getLanguage()))
                .orElse(english)
                .forReaderOf(locale);
        Formats formats = new Formats(say.locale(), customer.profile().zoneOr(store.zone()));
        // As letters do: sums that do not agree are not shown.
        Order order = told.addsUp() ? told : told.withoutSums();
        String title = say.get("order.title", order.number());
        Html card = Html.of(
                """
                {}
                <h1>{}</h1>
                <p class="small">{}</p>
                <p class="state">{}</p>
                {}
                {}
                <h2>{}</h2>
                <ul class="goods">
                {}
                </ul>
                {}
                {}
                {}
                {}""",
                BAR,
                title,
                say.get("order.placed", formats.date(order.placedAt())),
                say.get("order.state." + state(order, state)),
                way(say, state),
                refunded(say, state, formats),
                say.get("order.items"),
                Html.all(order.lines().stream()
                        .limit(LINES_MAX)
                        .map(line -> line(say, line, formats))
                        .toList()),
                more(say, order),
                sums(say, order, formats),
                file(say, receipt),
                address(say, order));
        return new Paper(say, Optional.of(store.brand())).with(title, Html.of("{}{}", card, shop(say, order)));
    }

    private static String state(Order order, OrderState state) {
        return switch (state.stage()) {
            case CANCELLED -> "cancelled";
            case REFUNDED -> "refunded";
            case DELIVERED -> state.isReturned() ? "returned" : "delivered";
            case SHIPPED -> state.isReturned() ? "returned" : "shipped";
            case PLACED -> state.isPaid() || order.payment() == Order.Payment.PAID ? "paid" : "pending";
        };
    }

    /** The steps that an order takes when nothing comes between, and how many of them are done. */
    private static Html way(Words say, OrderState state) {
        int done = switch (state.stage()) {
            case PLACED -> 1;
            case SHIPPED -> 2;
            case DELIVERED -> 3;
            case REFUNDED, CANCELLED -> 0;
        };
        if (done == 0) {
            return Html.NONE;
        }
        List<Html> steps = new ArrayList<>();
        for (Stage stage : List.of(Stage.PLACED, Stage.SHIPPED, Stage.DELIVERED)) {
            boolean isDone = stage.compareTo(state.stage()) <= 0;
            boolean isNow = stage == state.stage();
            steps.add(Html.of(
                    "<li class=\"{}\"{}><span></span>{}</li>",
                    isDone ? "is" : "yet",
                    isNow ? new Html(" aria-current=\"step\"") : Html.NONE,
                    say.get("order.step." + stage.name().toLowerCase(Locale.ROOT))));
        }
        return Html.of("<ol class=\"way\">\n{}\n</ol>", Html.all(steps));
    }

    private static Html refunded(Words say, OrderState state, Formats formats) {
        return state.refunded()
                .filter(money -> money.minor() > 0)
                .map(money -> Html.of("<p>{}</p>", say.get("order.refunded", formats.money(money))))
                .orElse(Html.NONE);
    }

    private static Html line(Words say, Line line, Formats formats) {
        Html picture = line.imageUrl()
                .flatMap(SafeLink::web)
                .map(url -> Html.of("<img src=\"{}\" width=\"64\" height=\"64\" alt=\"\">", url))
                .orElse(Html.NONE);
        return Html.of(
                "<li>{}<div><strong>{}</strong>{}<div class=\"small\">{}</div></div><span"
                        + " class=\"price\">{}</span></li>",
                picture,
                Paper.linked(line.title(), line.url().flatMap(SafeLink::web)),
                line.variant()
                        .map(variant -> Html.of("<div class=\"small\">{}</div>", variant))
                        .orElse(Html.NONE),
                say.get("order.quantity", Integer.toString(line.quantity())),
                line.total().map(formats::money).orElse(""));
    }

    private static Html more(Words say, Order order) {
        int hidden = Math.max(0, order.lines().size() - LINES_MAX) + order.moreLines();
        return hidden == 0
                ? Html.NONE
                : Html.of("<p class=\"small\">{}</p>", say.get("order.more", Integer.toString(hidden)));
    }

    private static Html sums(Words say, Order order, Formats formats) {
        Order.Amounts amounts = order.amounts();
        if (amounts.total().isEmpty()) {
            // What leads to no total would be read as one.
            return Html.NONE;
        }
        List<Html> rows = new ArrayList<>();
        row(rows, say.get("order.subtotal"), amounts.subtotal().map(formats::money));
        row(
                rows,
                say.get("order.discount"),
                amounts.discount().filter(money -> money.minor() > 0).map(formats::minus));
        row(
                rows,
                say.get("order.shipping"),
                amounts.shipping().map(money -> money.minor() == 0 ? say.get("order.free") : formats.money(money)));
        row(rows, say.get("order.tax"), some(amounts.tax()).map(formats::money));
        row(rows, say.get("order.extras"), some(amounts.extras()).map(formats::money));
        row(rows, say.get("order.total"), amounts.total().map(formats::money));
        return Html.of("<dl class=\"sums\">\n{}\n</dl>", Html.all(rows));
    }

    private static Optional<Money> some(Optional<Money> money) {
        return money.filter(amount -> amount.minor() != 0);
    }

    private static void row(List<Html> rows, String name, Optional<String> value) {
        value.ifPresent(text -> rows.add(Html.of("<div><dt>{}</dt><dd>{}</dd></div>", name, text)));
    }

    private static Html file(Words say, Optional<Receipt> receipt) {
        return receipt.map(its -> Html.of(
                        "<p><a href=\"?receipt=pdf\">{}</a></p>",
                        say.get("paper.pdf", its.number().toString())))
                .orElse(Html.NONE);
    }

    private static Html address(Words say, Order order) {
        return order.shippingAddress()
                .map(Address::lines)
                .map(lines -> Html.of(
                        "<h2>{}</h2>\n<p>{}</p>",
                        say.get("order.address"),
                        Html.all(lines.stream()
                                .map(line -> Html.of("{}<br>", line))
                                .toList())))
                .orElse(Html.NONE);
    }

    private static Html shop(Words say, Order order) {
        return order.url()
                .flatMap(SafeLink::web)
                .map(url -> Html.of("<a class=\"button\" href=\"{}\">{}</a>", url, say.get("order.shop")))
                .orElse(Html.NONE);
    }
}
