package comeback.shopper;

import comeback.commit.Customers;
import comeback.commit.Orders;
import comeback.commit.Receipts;
import comeback.commit.Stores;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.OrderState;
import comeback.http.Request;
import comeback.link.OrderToken;
import comeback.shopper.http.Answer;
import comeback.shopper.page.OrderPages;
import comeback.shopper.page.Page;
import comeback.shopper.page.Pages;
import comeback.store.Store;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What happens at the link by which somebody looks at their order, without a login: a page with what they bought and how far it
 * has come, and its receipt as a file. It only shows; whatever is posted to it is turned away.
 */
final class Viewing {
    private static final String PREFIX = "/u/";
    private static final int PATH_MAX = 900;

    private final Stores stores;
    private final Customers customers;
    private final Orders orders;
    private final Papers papers;
    private final InstantSource clock;
    private final Pages pages = new Pages();
    private final OrderPages orderPages = new OrderPages();

    Viewing(Stores stores, Customers customers, Orders orders, Receipts receipts, InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.orders = orders;
        this.papers = new Papers(receipts);
        this.clock = clock;
    }

    /** Whether this is such a link, genuine or not. */
    static boolean isFor(Request request) {
        return token(request).isPresent();
    }

    private static Optional<OrderToken> token(Request request) {
        String path = request.path();
        return path.startsWith(PREFIX) && path.length() <= PATH_MAX
                ? OrderToken.read(path.substring(PREFIX.length()))
                : Optional.empty();
    }

    Visit visit(Request request) {
        try {
            return switch (request.method()) {
                case "GET" -> shown(request);
                case "HEAD" -> shown(request).withoutBody();
                default ->
                    Visit.turnedAway(Answer.text(405, "405: use GET or HEAD").with("Allow", "GET, HEAD"), "refused");
            };
        } catch (RuntimeException e) {
            Answer trouble = page(503, pages.trouble(language(request))).askingToRepeat();
            return Visit.failed(trouble, e);
        }
    }

    private Visit shown(Request request) {
        String text = request.path().substring(PREFIX.length());
        Optional<OrderToken> claim = token(request);
        Optional<Store> store = claim.flatMap(its -> stores.find(its.store()))
                .filter(its -> claim.orElseThrow().isSignedBy(its, text, clock.instant()));
        if (store.isEmpty()) {
            return unknown(request);
        }
        Link link = new Link(store.get(), claim.orElseThrow().customer());
        Customer customer = customers.at(link.store().id(), link.customer());
        Optional<Order> order = orders.find(link.store().id(), claim.get().order());
        // Who wants to be forgotten is so at once; their orders are taken away a moment later.
        if (order.isEmpty() || customer.version() == 0) {
            return unknown(request);
        }
        return Papers.isFor(request)
                ? file(request, link, customer, order.get())
                : shown(request, link, customer, order.get());
    }

    private Visit shown(Request request, Link link, Customer customer, Order order) {
        OrderState state = customer.shopping()
                .order(order.id())
                .orElseGet(() -> new OrderState(order.id(), order.placedAt(), OrderState.Stage.PLACED));
        Page page = orderPages.order(
                link.store(), customer, order, state, papers.receiptOf(link.store(), order), language(request));
        return Visit.of(page(200, page), "shown", link);
    }

    private Visit file(Request request, Link link, Customer customer, Order order) {
        return papers.asked(request, link.store(), order)
                .map(receipt -> Visit.of(
                        papers.file(link.store(), customer, order, receipt, language(request)), "handed out", link))
                .orElseGet(() -> unknown(request));
    }

    private Visit unknown(Request request) {
        return Visit.turnedAway(page(404, pages.broken(language(request))), "unknown link");
    }

    private static String language(Request request) {
        return request.header("accept-language").orElse("");
    }

    private static Answer page(int status, Page page) {
        return Answer.page(status, page.html(), page.contentSecurityPolicy());
    }
}
