package comeback.shopper;

import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Engagements;
import comeback.commit.Stores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.engagement.Touch;
import comeback.flow.Input;
import comeback.http.Request;
import comeback.shopper.http.Answer;
import comeback.shopper.http.Form;
import comeback.shopper.page.Page;
import comeback.shopper.page.Pages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What happens at an unsubscribe link. Looking at it shows a page with a button, because scanners and previews look at
 * every link; only what is posted acts, and it acts at once, however often it comes.
 */
final class Unsubscribing {
    private final Stores stores;
    private final Customers customers;
    private final CustomerDecisions decisions;
    private final Engagements engagements;
    private final InstantSource clock;
    private final Pages pages = new Pages();

    Unsubscribing(
            Stores stores,
            Customers customers,
            CustomerDecisions decisions,
            Engagements engagements,
            InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.decisions = decisions;
        this.engagements = engagements;
        this.clock = clock;
    }

    Visit visit(Request request) {
        try {
            return switch (request.method()) {
                case "GET" -> shown(request);
                case "HEAD" -> shown(request).withoutBody();
                case "POST" -> posted(request);
                default ->
                    Visit.turnedAway(
                            Answer.text(405, "405: use GET, HEAD or POST").with("Allow", "GET, HEAD, POST"), "refused");
            };
        } catch (RuntimeException e) {
            // A person waits: they are told that it was not done, which API Gateway's own words would not say.
            Answer trouble = page(503, pages.trouble(language(request))).askingToRepeat();
            return Visit.failed(trouble, e);
        }
    }

    private Visit shown(Request request) {
        Optional<Link> found = Link.at(request.path(), stores, clock.instant());
        if (found.isEmpty()) {
            return broken(request);
        }
        Link link = found.get();
        Customer customer = customers.at(link.store().id(), link.customer());
        Page page = stoppedAt(customer)
                .map(at -> pages.alreadyDone(link.store(), customer, at, language(request)))
                .orElseGet(() -> pages.ask(link.store(), customer, language(request)));
        return Visit.of(page(200, page), "shown", link);
    }

    private Visit posted(Request request) {
        Optional<Link> found = Link.at(request.path(), stores, clock.instant());
        if (found.isEmpty()) {
            return broken(request);
        }
        Link link = found.get();
        Optional<Press> press = Press.in(Form.posted(request));
        if (press.isEmpty()) {
            return Visit.of(Answer.text(400, "400: " + Press.HINT), "refused", link);
        }
        Customer customer = customers.at(link.store().id(), link.customer());
        Instant at = stopped(link, customer, press.get());
        Answer answer = switch (press.get()) {
            case ONE_CLICK -> Answer.text(200, pages.oneClickDone(link.store(), customer, language(request)));
            case BUTTON -> page(200, pages.done(link.store(), customer, at, language(request)));
        };
        return Visit.of(answer, press.get().source(), link);
    }

    /** Since when they get no marketing: since now, unless they said so before. Their first word is the one we keep. */
    private Instant stopped(Link link, Customer customer, Press press) {
        Optional<Instant> before = stoppedAt(customer);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        decisions.askedToStop(link.store(), customer.id(), new Input.AskedToStop(now, press.source()));
        // Their word first: it is what counts. By which letter they went is for the reports.
        link.message().ifPresent(letter -> engagements.touched(link.store().id(), letter, Touch.stop(now)));
        return now;
    }

    private static Optional<Instant> stoppedAt(Customer customer) {
        return switch (customer.consent()) {
            case Consent.Withdrawn withdrawn -> Optional.of(withdrawn.at());
            case Consent.Given given -> Optional.empty();
            case Consent.Asked asked -> Optional.empty();
            case Consent.Unknown unknown -> Optional.empty();
        };
    }

    private Visit broken(Request request) {
        return Visit.turnedAway(page(404, pages.broken(language(request))), "unknown link");
    }

    private static String language(Request request) {
        return request.header("accept-language").orElse("");
    }

    private static Answer page(int status, Page page) {
        return Answer.page(status, page.html(), page.contentSecurityPolicy());
    }
}
