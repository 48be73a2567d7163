package comeback.shopper;

import comeback.commit.Customers;
import comeback.commit.StockRequests;
import comeback.commit.Stores;
import comeback.customer.Customer;
import comeback.http.Request;
import comeback.link.StockRequestToken;
import comeback.shopper.http.Answer;
import comeback.shopper.http.Form;
import comeback.shopper.page.Pages;
import comeback.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What happens at the link by which somebody says that a request to be told of stock is theirs. Looking at it shows a page
 * with a button, because scanners look at every link; only what is posted acts, and it acts once however often it comes.
 */
final class Confirming {
    private static final String PREFIX = "/u/";
    private static final int PATH_MAX = 900;

    /** Who takes longer has forgotten what it is about, and can ask again in the shop. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Stores stores;
    private final Customers customers;
    private final StockRequests requests;
    private final InstantSource clock;
    private final Pages pages = new Pages();

    Confirming(Stores stores, Customers customers, StockRequests requests, InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.requests = requests;
        this.clock = clock;
    }

    /** Whether this is such a link, genuine or not. */
    static boolean isFor(Request request) {
        return token(request).isPresent();
    }

    private static Optional<StockRequestToken> token(Request request) {
        String path = request.path();
        return path.startsWith(PREFIX) && path.length() <= PATH_MAX
                ? StockRequestToken.read(path.substring(PREFIX.length()))
                : Optional.empty();
    }

    Visit visit(Request request) {
        return LinkPage.visit(request, pages, this::answered);
    }

    private Visit answered(Request request, boolean isPosted) {
        Optional<StockRequestToken> genuine = token(request).filter(this::isGood);
        Optional<Store> store = genuine.flatMap(claim -> stores.find(claim.store()))
                .filter(its ->
                        genuine.get().isSignedBy(its, request.path().substring(PREFIX.length()), clock.instant()));
        if (store.isEmpty()) {
            return Visit.turnedAway(LinkPage.page(404, pages.broken(LinkPage.language(request))), "unknown link");
        }
        StockRequestToken claim = genuine.get();
        Link link = new Link(store.get(), claim.customer());
        Customer customer = customers.at(store.get().id(), claim.customer());
        if (!isPosted) {
            return Visit.of(
                    LinkPage.page(200, pages.askStock(store.get(), customer, LinkPage.language(request))),
                    "shown",
                    link);
        }
        if (!"confirm".equals(Form.posted(request).get("do"))) {
            return Visit.of(
                    Answer.text(400, "400: send the form field do=confirm; nothing was changed"), "refused", link);
        }
        requests.confirmed(store.get(), claim.customer(), claim.wanted(), claim.askedAt());
        return Visit.of(
                LinkPage.page(200, pages.stockConfirmed(store.get(), customer, LinkPage.language(request))),
                "confirmed",
                link);
    }

    private boolean isGood(StockRequestToken claim) {
        return claim.askedAt().plus(GOOD_FOR).isAfter(clock.instant());
    }
}
