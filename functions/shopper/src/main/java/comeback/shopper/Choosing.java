package comeback.shopper;

import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Engagements;
import comeback.commit.Stores;
import comeback.commit.Timelines;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.engagement.Touch;
import comeback.flow.Input;
import comeback.http.Request;
import comeback.link.PreferencesToken;
import comeback.shopper.http.Answer;
import comeback.shopper.http.Form;
import comeback.shopper.page.Pages;
import comeback.shopper.page.PreferencePages;
import comeback.shopper.page.PreferencePages.Note;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What happens at the link by which somebody chooses what they get. Looking at it shows what is; only what is posted changes
 * anything, and what cannot be undone is asked about once more.
 */
final class Choosing {
    static final String HINT =
            "send the form field do=save, keep, pause, resume, unsubscribe, export, erase or erase-now, as the"
                    + " buttons of the page at this address do; nothing was changed";

    private static final String PREFIX = "/p/";
    private static final int PATH_MAX = 300;

    private final Stores stores;
    private final Customers customers;
    private final CustomerDecisions decisions;
    private final Export export;
    private final Engagements engagements;
    private final InstantSource clock;
    private final Pages pages = new Pages();
    private final PreferencePages choices = new PreferencePages(pages);

    Choosing(
            Stores stores,
            Customers customers,
            CustomerDecisions decisions,
            Timelines timelines,
            Engagements engagements,
            InstantSource clock) {
        this.engagements = engagements;
        this.stores = stores;
        this.customers = customers;
        this.decisions = decisions;
        this.export = new Export(timelines);
        this.clock = clock;
    }

    /** Whether this is such a link, genuine or not. */
    static boolean isFor(Request request) {
        return request.path().startsWith(PREFIX);
    }

    private static Optional<PreferencesToken> token(Request request) {
        String path = request.path();
        return path.startsWith(PREFIX) && path.length() <= PATH_MAX
                ? PreferencesToken.read(path.substring(PREFIX.length()))
                : Optional.empty();
    }

    Visit visit(Request request) {
        return LinkPage.visit(request, pages, this::answered);
    }

    private Visit answered(Request request, boolean isPosted) {
        Optional<PreferencesToken> good = token(request).filter(claim -> claim.isGood(clock.instant()));
        Optional<Store> store = good.flatMap(claim -> stores.find(claim.store()))
                .filter(its -> good.get().isSignedBy(its, request.path().substring(PREFIX.length()), clock.instant()));
        if (store.isEmpty()) {
            return Visit.turnedAway(LinkPage.page(404, pages.broken(LinkPage.language(request))), "unknown link");
        }
        Link link = new Link(store.get(), good.get().customer(), good.get().message());
        Customer customer = customers.at(store.get().id(), link.customer());
        if (customer.version() == 0) {
            // Forgotten: whoever got the link was known once.
            return Visit.of(
                    LinkPage.page(200, choices.gone(link.store(), customer, LinkPage.language(request))), "gone", link);
        }
        return isPosted
                ? posted(request, link, customer)
                : Visit.of(shown(request, link, customer, Note.NONE), "shown", link);
    }

    private Visit posted(Request request, Link link, Customer customer) {
        Map<String, String> form = Form.posted(request);
        Instant now = clock.instant();
        String pressed = form.getOrDefault("do", "");
        String words = choices.version(link.store(), customer, LinkPage.language(request));
        return switch (pressed) {
            case "save" ->
                chosen(
                        request,
                        link,
                        customer,
                        Choices.saved(link.store(), customer, form, words, now),
                        Note.WRONG_DAY);
            case "keep" -> chosen(request, link, customer, Optional.of(Choices.kept(customer, words, now)), Note.NONE);
            case "pause" -> chosen(request, link, customer, Choices.paused(customer, true, words, now), Note.NONE);
            case "resume" -> chosen(request, link, customer, Choices.paused(customer, false, words, now), Note.NONE);
            case "unsubscribe" -> stopped(request, link, customer, now);
            case "export" -> Visit.of(export.of(link.store(), customer), "exported", link);
            case "erase" ->
                Visit.of(
                        LinkPage.page(200, choices.askErasure(link.store(), customer, LinkPage.language(request))),
                        "asked to be forgotten",
                        link);
            case "erase-now" -> {
                decisions.forget(link.store(), customer.id());
                yield Visit.of(
                        LinkPage.page(200, choices.gone(link.store(), customer, LinkPage.language(request))),
                        "forgotten",
                        link);
            }
            default -> Visit.of(Answer.text(400, "400: " + HINT), "refused", link);
        };
    }

    /**
     * Saves it.
     *
     * @param otherwise what is said when there is nothing to save
     */
    private Visit chosen(Request request, Link link, Customer seen, Optional<Input.Chose> chose, Note otherwise) {
        if (chose.isEmpty()) {
            return Visit.of(shown(request, link, seen, otherwise), "refused", link);
        }
        decisions.chose(link.store(), seen.id(), chose.get());
        if (!(seen.consent() instanceof Consent.Withdrawn) && chose.get().consent() instanceof Consent.Withdrawn) {
            wentBy(link, chose.get().at());
        }
        Customer now = customers.at(link.store().id(), seen.id());
        return Visit.of(shown(request, link, now, Note.SAVED), "chosen", link);
    }

    /** Their first word of refusal is the one we keep. */
    private Visit stopped(Request request, Link link, Customer customer, Instant now) {
        if (!(customer.consent() instanceof Consent.Withdrawn)) {
            decisions.askedToStop(link.store(), customer.id(), new Input.AskedToStop(now, "preferences"));
            wentBy(link, now);
        }
        Customer stopped = customers.at(link.store().id(), customer.id());
        return Visit.of(shown(request, link, stopped, Note.STOPPED), "preferences", link);
    }

    /** After their word, which is what counts: by which letter they went is for the reports. */
    private void wentBy(Link link, Instant now) {
        link.message().ifPresent(letter -> engagements.touched(link.store().id(), letter, Touch.stop(now)));
    }

    private Answer shown(Request request, Link link, Customer customer, Note note) {
        return LinkPage.page(
                200, choices.choices(link.store(), customer, note, clock.instant(), LinkPage.language(request)));
    }
}
