package comeback.shopper;

import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Stores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.flow.Input;
import comeback.http.Request;
import comeback.link.ConfirmToken;
import comeback.shopper.http.Answer;
import comeback.shopper.http.Form;
import comeback.shopper.page.Pages;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What happens at the link by which somebody confirms that it was them who agreed to marketing. Looking at it shows a page with
 * a button, because scanners look at every link; only what is posted acts, and it acts once however often it comes.
 */
final class Agreeing {
    private static final String PREFIX = "/u/";
    private static final int PATH_MAX = 300;
    private static final String SOURCE = "confirmation";

    private final Stores stores;
    private final Customers customers;
    private final CustomerDecisions decisions;
    private final InstantSource clock;
    private final Pages pages = new Pages();

    Agreeing(Stores stores, Customers customers, CustomerDecisions decisions, InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Whether this is such a link, genuine or not. */
    static boolean isFor(Request request) {
        return token(request).isPresent();
    }

    private static Optional<ConfirmToken> token(Request request) {
        String path = request.path();
        return path.startsWith(PREFIX) && path.length() <= PATH_MAX
                ? ConfirmToken.read(path.substring(PREFIX.length()))
                : Optional.empty();
    }

    Visit visit(Request request) {
        return LinkPage.visit(request, pages, this::answered);
    }

    private Visit answered(Request request, boolean isPosted) {
        Instant now = clock.instant();
        Optional<ConfirmToken> good = token(request)
                .filter(claim -> claim.askedAt().plus(Consent.CONFIRMED_WITHIN).isAfter(now));
        Optional<Store> store = good.flatMap(claim -> stores.find(claim.store()))
                .filter(its -> good.get().isSignedBy(its, request.path().substring(PREFIX.length()), now));
        Optional<Customer> known =
                store.map(its -> customers.at(its.id(), good.get().customer())).filter(its -> its.version() > 0);
        if (known.isEmpty()) {
            return Visit.turnedAway(LinkPage.page(404, pages.broken(LinkPage.language(request))), "unknown link");
        }
        Link link = new Link(store.get(), good.get().customer());
        Customer customer = known.get();
        if (!isPosted) {
            return Visit.of(
                    LinkPage.page(200, pages.askConsent(link.store(), customer, LinkPage.language(request))),
                    "shown",
                    link);
        }
        if (!"confirm".equals(Form.posted(request).get("do"))) {
            return Visit.of(
                    Answer.text(400, "400: send the form field do=confirm; nothing was changed"), "refused", link);
        }
        // Who has agreed already keeps the day on which they did.
        if (!(customer.consent() instanceof Consent.Given)) {
            decisions.chose(
                    link.store(),
                    customer.id(),
                    new Input.Chose(
                            now,
                            new Consent.Given(now, SOURCE),
                            Optional.empty(),
                            customer.profile().dates(),
                            pages.version(link.store(), customer, LinkPage.language(request))));
        }
        return Visit.of(
                LinkPage.page(200, pages.consentConfirmed(link.store(), customer, LinkPage.language(request))),
                "confirmed",
                link);
    }
}
