package comeback.shopper;

import comeback.commit.Customers;
import comeback.commit.Engagements;
import comeback.commit.Happenings;
import comeback.commit.Stores;
import comeback.customer.Customer;
import comeback.customer.Fingerprint;
import comeback.engagement.Touch;
import comeback.event.PersonEvent;
import comeback.event.StoreEvent;
import comeback.http.Request;
import comeback.link.SurveyToken;
import comeback.shopper.http.Answer;
import comeback.shopper.http.Form;
import comeback.shopper.page.Pages;
import comeback.shopper.page.SurveyPages;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What happens at the link by which somebody answers the one question of a letter. Looking at it answers nothing, however many
 * scanners look; what is posted is told as if the shop had told it. Who answers otherwise later has changed their mind.
 */
final class Surveying {
    private static final String PREFIX = "/u/";
    private static final int PATH_MAX = 300;

    private final Stores stores;
    private final Customers customers;
    private final Happenings happenings;
    private final Engagements engagements;
    private final InstantSource clock;
    private final Pages pages = new Pages();
    private final SurveyPages surveyPages = new SurveyPages(pages);

    Surveying(Stores stores, Customers customers, Happenings happenings, Engagements engagements, InstantSource clock) {
        this.stores = stores;
        this.customers = customers;
        this.happenings = happenings;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** Whether this is such a link, genuine or not. */
    static boolean isFor(Request request) {
        return token(request).isPresent();
    }

    private static Optional<SurveyToken> token(Request request) {
        String path = request.path();
        return path.startsWith(PREFIX) && path.length() <= PATH_MAX
                ? SurveyToken.read(path.substring(PREFIX.length()))
                : Optional.empty();
    }

    Visit visit(Request request) {
        return LinkPage.visit(request, pages, this::answered);
    }

    private Visit answered(Request request, boolean isPosted) {
        String text = request.path().substring(PREFIX.length());
        SurveyToken claim = token(request).orElseThrow();
        Optional<Store> genuine =
                stores.find(claim.store()).filter(its -> claim.isSignedBy(its, text, clock.instant()));
        Optional<Customer> known =
                genuine.map(its -> customers.at(its.id(), claim.customer())).filter(its -> its.version() > 0);
        if (known.isEmpty()) {
            return Visit.turnedAway(LinkPage.page(404, pages.broken(LinkPage.language(request))), "unknown link");
        }
        Link link = new Link(genuine.orElseThrow(), claim.customer(), Optional.of(claim.message()));
        return isPosted ? posted(request, link, known.get()) : shown(request, link, known.get(), false);
    }

    private Visit shown(Request request, Link link, Customer customer, boolean isRepeated) {
        Answer page =
                LinkPage.page(200, surveyPages.ask(link.store(), customer, isRepeated, LinkPage.language(request)));
        return Visit.of(page, isRepeated ? "refused" : "shown", link);
    }

    private Visit posted(Request request, Link link, Customer customer) {
        Map<String, String> form = Form.posted(request);
        if (!"answer".equals(form.get("do"))) {
            return Visit.of(
                    Answer.text(
                            400,
                            "400: send the form fields do=answer and answer, as the page at this address"
                                    + " does; nothing was changed"),
                    "refused",
                    link);
        }
        String answer = form.getOrDefault(SurveyPages.FIELD, "");
        if (!SurveyPages.ANSWERS.contains(answer)) {
            return shown(request, link, customer, true);
        }
        Instant now = clock.instant();
        // A button that is pressed twice says it once; who changes their mind, and changes it back, is heard each time.
        if (!answer.equals(customer.profile().answers().get(SurveyPages.SURVEY))) {
            happenings.happened(
                    link.store(),
                    told(link, customer, answer, now),
                    Map.of("survey", SurveyPages.SURVEY, "answer", answer));
        }
        // Their word first: by which letter it came is for the reports.
        link.message().ifPresent(letter -> engagements.touched(link.store().id(), letter, Touch.answer(now, answer)));
        return Visit.of(
                LinkPage.page(200, surveyPages.thanks(link.store(), customer, answer, LinkPage.language(request))),
                "answered",
                link);
    }

    private static StoreEvent told(Link link, Customer customer, String answer, Instant now) {
        String letter = link.message().map(Object::toString).orElse("");
        return AtPage.did(
                customer,
                "answered-" + Fingerprint.of("survey", letter, answer, now.toString()),
                new PersonEvent.SurveyAnswered(SurveyPages.SURVEY, answer),
                now);
    }
}
