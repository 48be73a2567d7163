package comeback.shopper.page;

import comeback.catalogue.Line;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.http.Html;
import comeback.store.Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages by which somebody says how they find what they bought. */
public final class RatingPages {
    public static final int STARS_MAX = 5;

    /** Nobody answers more questions than that. */
    static final int THINGS_MAX = 10;

    /** So many, and others may like to hear it. */
    private static final int HIGH = 4;

    private static final Html BAR = new Html("<div class=\"bar\"></div>");

    private final Pages pages;

    public RatingPages(Pages pages) {
        this.pages = pages;
    }

    /** What is asked about: each thing once, in the order's order. */
    public static List<Line> things(Order order) {
        Set<String> seen = new HashSet<>();
        List<Line> found = new ArrayList<>();
        for (Line line : order.lines()) {
            if (found.size() < THINGS_MAX && seen.add(line.productId())) {
                found.add(line);
            }
        }
        return found;
    }

    /** The field of the thing at this place. */
    public static String field(int place) {
        return "stars-" + place;
    }

    /**
     * Asks. Nothing has happened yet, and nothing will until the button is pressed.
     *
     * @param isRepeated whether the button was pressed and no stars were given
     */
    public Page ask(Store store, Customer customer, Order order, boolean isRepeated, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        List<Line> things = things(order);
        List<Html> questions = new ArrayList<>();
        for (int place = 0; place < things.size(); place++) {
            questions.add(question(say, things.get(place), field(place)));
        }
        Html card = Html.of(
                """
                {}
                <h1>{}</h1>
                <p>{}</p>
                {}
                <form method="post">
                {}
                <button class="button" type="submit" name="do" value="rate">{}</button></form>
                <p class="small">{}</p>""",
                BAR,
                say.get("rate.ask.title"),
                say.get("rate.ask.lead", store.brand().name()),
                isRepeated ? Html.of("<p class=\"note\" role=\"alert\">{}</p>", say.get("rate.ask.choose")) : Html.NONE,
                Html.all(questions),
                say.get("rate.ask.button"),
                say.get("rate.ask.note"));
        return paper.with(say.get("rate.ask.title"), card);
    }

    private static Html question(Words say, Line line, String field) {
        List<Html> stars = new ArrayList<>();
        for (int count = 1; count <= STARS_MAX; count++) {
            String number = Integer.toString(count);
            stars.add(Html.of(
                    "<label><input type=\"radio\" name=\"{}\" value=\"{}\"><span>{}\u00a0<span"
                            + " aria-hidden=\"true\">★</span></span></label>",
                    field,
                    number,
                    number));
        }
        return Html.of("""
                <fieldset><legend>{}</legend>
                <div class="stars">
                {}
                </div>
                <div class="ends small" aria-hidden="true"><span>{}</span><span>{}</span></div></fieldset>""", line.title(), Html.all(stars), say.get("rate.ask.worst"), say.get("rate.ask.best"));
    }

    /** Says thank you, and where others would read about what they like. */
    public Page thanks(Store store, Customer customer, Map<Line, Integer> given, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        List<Html> liked = given.entrySet().stream()
                .filter(one -> one.getValue() >= HIGH)
                .flatMap(one -> one.getKey().url().flatMap(SafeLink::web).stream()
                        .map(url -> Html.of(
                                "<p><a href=\"{}\">{}</a></p>",
                                url,
                                say.get("rate.thanks.public", one.getKey().title()))))
                .toList();
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n{}",
                BAR,
                say.get("rate.thanks.title"),
                say.get("rate.thanks.lead", store.brand().name()),
                Html.all(liked));
        return paper.with(say.get("rate.thanks.title"), card);
    }

    /** Leads whoever is not content to a person of the shop, who knows at once which order it is about. */
    public Page sorry(Store store, Customer customer, Order order, String acceptLanguage) {
        Paper paper = pages.paper(store, customer, acceptLanguage);
        Words say = paper.words();
        String subject = URLEncoder.encode(say.get("order.title", order.number()), StandardCharsets.UTF_8)
                .replace("+", "%20");
        Html card = Html.of(
                "{}\n<h1>{}</h1>\n<p>{}</p>\n{}",
                BAR,
                say.get("rate.sorry.title"),
                say.get("rate.sorry.lead", store.brand().name()),
                SafeLink.mailbox(store.brand().supportEmail())
                        .map(support -> Html.of(
                                "<a class=\"button\" href=\"{}?subject={}\">{}</a>",
                                support,
                                subject,
                                say.get("rate.sorry.button")))
                        .orElse(Html.NONE));
        return paper.with(say.get("rate.sorry.title"), card);
    }
}
