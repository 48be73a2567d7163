package comeback.shopper;

import comeback.catalogue.Line;
import comeback.commit.Customers;
import comeback.commit.Happenings;
import comeback.commit.Orders;
import comeback.commit.Stores;
import comeback.customer.Customer;
import comeback.customer.Fingerprint;
import comeback.customer.Order;
import comeback.event.BrowsingEvent;
import comeback.event.StoreEvent;
import comeback.http.Request;
import comeback.link.RatingToken;
import comeback.shopper.http.Answer;
import comeback.shopper.http.Form;
import comeback.shopper.page.Pages;
import comeback.shopper.page.RatingPages;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens at the link by which somebody says how they find what they bought. Looking at it gives no stars, however
 * many scanners look; what is posted is told as if the shop had told it, once for each thing and number of stars.
 */
final class Rating {
    /** So many or fewer, and it is a person of the shop who should hear it first. */
    static final int LOW = 2;

    private static final String PREFIX = "/u/";
    private static final int PATH_MAX = 900;

    private final Stores stores;
    private final Customers customers;
    private final Orders orders;
    private final Happenings happenings;
    private final InstantSource clock;
    private final Pages pages = new Pages();
    private final RatingPages ratingPages = new RatingPages(pages);

    Rating(Stores stores, Customers customers, Orders orders, Happenings happenings, InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.orders = orders;
        this.happenings = happenings;
        this.clock = clock;
    }

    /** Whether this is such a link, genuine or not. */
    static boolean isFor(Request request) {
        return token(request).isPresent();
    }

    private static Optional<RatingToken> token(Request request) {
        String path = request.path();
        return path.startsWith(PREFIX) && path.length() <= PATH_MAX
                ? RatingToken.read(path.substring(PREFIX.length()))
                : Optional.empty();
    }

    Visit visit(Request request) {
        return LinkPage.visit(request, pages, this::answered);
    }

    private Visit answered(Request request, boolean isPosted) {
        String text = request.path().substring(PREFIX.length());
        RatingToken claim = token(request).orElseThrow();
        Optional<Store> genuine =
                stores.find(claim.store()).filter(its -> claim.isSignedBy(its, text, clock.instant()));
        Optional<Customer> known =
                genuine.map(its -> customers.at(its.id(), claim.customer())).filter(its -> its.version() > 0);
        Optional<Order> order = known.flatMap(its -> orders.find(claim.store(), claim.order()));
        if (order.isEmpty()) {
            return Visit.turnedAway(LinkPage.page(404, pages.broken(LinkPage.language(request))), "unknown link");
        }
        Link link = new Link(genuine.orElseThrow(), claim.customer());
        return isPosted
                ? posted(request, link, known.get(), order.get())
                : Visit.of(
                        LinkPage.page(
                                200,
                                ratingPages.ask(
                                        link.store(), known.get(), order.get(), false, LinkPage.language(request))),
                        "shown",
                        link);
    }

    private Visit posted(Request request, Link link, Customer customer, Order order) {
        Map<String, String> form = Form.posted(request);
        if (!"rate".equals(form.get("do"))) {
            return Visit.of(
                    Answer.text(400, "400: send the form field do=rate, and stars-0=1 to 5; nothing was changed"),
                    "refused",
                    link);
        }
        Map<Line, Integer> given = given(form, order);
        if (given.isEmpty()) {
            return Visit.of(
                    LinkPage.page(
                            200, ratingPages.ask(link.store(), customer, order, true, LinkPage.language(request))),
                    "refused",
                    link);
        }
        Instant now = clock.instant();
        given.forEach((line, stars) -> happenings.happened(
                link.store(),
                told(customer, order, line, stars, now),
                Map.of(
                        "product_id",
                        line.productId(),
                        "rating",
                        stars,
                        "order_id",
                        order.id().value())));
        boolean isLow = given.values().stream().anyMatch(stars -> stars <= LOW);
        return Visit.of(
                LinkPage.page(
                        200,
                        isLow
                                ? ratingPages.sorry(link.store(), customer, order, LinkPage.language(request))
                                : ratingPages.thanks(link.store(), customer, given, LinkPage.language(request))),
                "rated",
                link);
    }

    private static Map<Line, Integer> given(Map<String, String> form, Order order) {
        Map<Line, Integer> given = new LinkedHashMap<>();
        List<Line> things = RatingPages.things(order);
        for (int place = 0; place < things.size(); place++) {
            String stars = form.getOrDefault(RatingPages.field(place), "");
            if (stars.matches("[1-" + RatingPages.STARS_MAX + "]")) {
                given.put(things.get(place), Integer.parseInt(stars));
            }
        }
        return given;
    }

    /** Named by what it says, so that a button pressed twice gives no more stars. */
    private static StoreEvent told(Customer customer, Order order, Line line, int stars, Instant now) {
        return AtPage.did(
                customer,
                "rated-" + Fingerprint.of("rating", order.id().value(), line.productId()) + "-" + stars,
                new BrowsingEvent.ProductReviewed(line.productId(), Optional.of(stars)),
                now);
    }
}
