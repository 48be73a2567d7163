package comeback.shopper.page;

import comeback.catalogue.Line;
import comeback.customer.Cart;
import comeback.customer.Customer;
import comeback.http.Html;
import comeback.store.Store;
import java.net.URI;
import java.util.List;

/** The pages by which a cart is taken back into the shop. */
public final class CartPages {
    private static final Html BAR = new Html("<div class=\"bar\"></div>");

    private final Pages pages;

    public CartPages(Pages pages) {
        this.pages = pages;
    }

    /**
     * Shows what is in it. Nothing has happened yet, and nothing will until the button is pressed.
     *
     * @param back where the button leads in the end: browsers let a form go only where its page says
     */
    public Page ask(Store store, Customer customer, Cart cart, String back, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        List<Html> things = cart.lines().stream().map(CartPages::thing).toList();
        Html card = Html.of(
                """
                {}
                <h1>{}</h1>
                <p>{}</p>
                <ul class="things">
                {}
                </ul>
                <form method="post"><button class="button" type="submit" name="do" value="restore">{}</button></form>
                <p class="small">{}</p>""",
                BAR,
                say.get("cart.ask.title"),
                say.get("cart.ask.lead", store.brand().name()),
                Html.all(things),
                say.get("cart.ask.button"),
                say.get("cart.ask.note"));
        return paper.with(say.get("cart.ask.title"), card).leadingTo(origin(back));
    }

    /** Says that there is nothing to take back. */
    public Page gone(Store store, Customer customer, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n{}",
                BAR,
                say.get("cart.gone.title"),
                say.get("cart.gone.lead"),
                SafeLink.web(store.brand().homeUrl())
                        .map(url -> Html.of("<p><a href=\"{}\">{}</a></p>", url, say.get("done.home")))
                        .orElse(Html.NONE));
        return paper.with(say.get("cart.gone.title"), card);
    }

    private static Html thing(Line line) {
        return Html.of("<li>{}{}</li>", line.title(), line.quantity() > 1 ? " × " + line.quantity() : "");
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
