package comeback.console.pages;

import comeback.commit.AuditTrail;
import comeback.commit.Customers;
import comeback.commit.FlowShelf;
import comeback.commit.Messages;
import comeback.commit.StoreRegister;
import comeback.commit.Tallies;
import comeback.commit.Timelines;
import comeback.console.Answer;
import comeback.console.Lifts;
import comeback.console.Visitor;
import comeback.console.Watch;
import comeback.experiment.Experiment;
import comeback.experiment.Lift;
import comeback.flow.Flow;
import comeback.http.Html;
import comeback.http.Request;
import comeback.report.Report;
import comeback.report.Trials;
import comeback.store.StoreId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the pages under {@code /console} to whoever the door lets in. */
public final class PagesDesk {
    private static final String START = "/console";
    private static final String FLOW = "/flows/";
    private static final String LETTERS = "/letters/";

    private final Door door;
    private final Tallies tallies;
    private final FlowShelf flows;
    private final CustomerPage customer;
    private final AuditTrail audit;
    private final StoreRegister register;
    private final LookupPages lookups;
    private final LetterPages letters;
    private final Watch watch;
    private final InstantSource clock;

    public PagesDesk(
            Door door,
            Tallies tallies,
            FlowShelf flows,
            Customers customers,
            Timelines timelines,
            Messages messages,
            AuditTrail audit,
            StoreRegister register,
            LookupPages lookups,
            LetterPages letters,
            Watch watch,
            InstantSource clock) {
        this.door = door;
        this.tallies = tallies;
        this.flows = flows;
        this.customer = new CustomerPage(customers, timelines, messages);
        this.audit = audit;
        this.register = register;
        this.lookups = lookups;
        this.letters = letters;
        this.watch = watch;
        this.clock = clock;
    }

    public static boolean isFor(Request request) {
        return request.path().equals(START) || request.path().startsWith(START + "/");
    }

    /**
     * A page.
     *
     * @param store absent for whoever was turned away
     */
    public record Shown(Answer answer, Optional<StoreId> store) {}

    public Shown answer(Request request) {
        return switch (door.open(request)) {
            case Door.Entry.Shown(var store, var visitor) ->
                new Shown(
                        page(Ask.of(request, store, visitor, LocalDate.ofInstant(clock.instant(), store.zone()))),
                        Optional.of(store.id()));
            case Door.Entry.Chooses(var visitor) ->
                new Shown(StoreList.of(request, visitor, register), Optional.empty());
            case Door.Entry.Unknown unknown -> new Shown(toSignIn(request), Optional.empty());
            case Door.Entry.NeedsKey needsKey -> new Shown(needsKey(), Optional.empty());
        };
    }

    /** The store goes along: staff sign in at theirs. */
    private static Answer toSignIn(Request request) {
        String query = Stream.of("store", "lang")
                .flatMap(name -> request.queryParameter(name).stream()
                        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return new Answer(303, Map.of("Location", "/console/sign-in" + (query.isEmpty() ? "" : "?" + query)), "");
    }

    private static Answer needsKey() {
        return new Answer(
                401,
                Map.of(
                        "Content-Type", "text/plain; charset=utf-8",
                        "WWW-Authenticate", "Basic realm=\"Comeback\", charset=\"UTF-8\""),
                "The user name is a store's secret key (sk_…), or the admin key with ?store=…; the password stays"
                        + " empty.\n");
    }

    private Answer page(Ask ask) {
        if (!ask.request().method().equals("GET")) {
            return Answer.error(405, "a page is read with GET");
        }
        String page = ask.request().path().substring(START.length());
        return switch (page) {
            case "", "/" -> OverviewPage.of(ask, report(ask, 0), report(ask, ask.days()), lifts(ask), alarms(ask));
            case "/stores" ->
                ask.visitor()
                        .filter(Visitor::isAdmin)
                        .map(admin -> StoreList.of(ask.request(), admin, register))
                        .orElseGet(() -> Answer.error(404, "there is no such page"));
            case "/flows" -> FlowPages.all(ask, report(ask, 0), flows.today(), lifts(ask));
            case "/customers" -> customer.of(ask);
            case "/settings" -> SettingsPage.of(ask);
            case "/experiments" -> experiments(ask);
            case "/goods" -> lookups.goods(ask);
            case "/coupons" -> lookups.coupons(ask);
            case "/audit" -> AuditPage.of(ask, audit);
            case "/deliverability" -> DeliverabilityPage.of(ask, report(ask, 0));
            default -> flow(ask, page);
        };
    }

    private Answer flow(Ask ask, String page) {
        String name = page.startsWith(FLOW) ? page.substring(FLOW.length()) : "";
        int letter = name.indexOf(LETTERS);
        if (letter >= 0) {
            return flows.today()
                    .named(name.substring(0, letter))
                    .flatMap(flow -> letters.one(ask, flow, name.substring(letter + LETTERS.length())))
                    .orElseGet(() -> Answer.error(404, "there is no such letter"));
        }
        Report report = report(ask, 0);
        Optional<Flow> file = flows.today().named(name);
        return file.isPresent() || (!name.isEmpty() && !report.of(name).rows().isEmpty())
                ? FlowPages.one(
                        ask, name, report, file, Optional.ofNullable(lifts(ask).get(name)))
                : Answer.error(404, "there is no such page");
    }

    /** What flows bring that hold people out, by name; nothing is read where none does. */
    private Map<String, Lift> lifts(Ask ask) {
        return Lifts.of(tallies, ask.store().id(), flows.today(), ask.today());
    }

    /** They are the whole deployment's, and no matter of a store's staff. */
    private Optional<Html> alarms(Ask ask) {
        return ask.visitor().filter(Visitor::isAdmin).map(admin -> AlarmsPanel.of(ask, watch.ringing()));
    }

    /** All days count, whichever period is looked at elsewhere: an experiment is one from its beginning. */
    private Answer experiments(Ask ask) {
        List<Flow> trying =
                flows.today().all().stream().filter(Experiment::isIn).toList();
        LocalDate from = trying.isEmpty() ? ask.today() : ask.today().minusDays(Tallies.DAYS_MAX - 1L);
        return ExperimentsPage.of(
                ask,
                trying,
                new Report(from, ask.today(), tallies.between(ask.store().id(), from, ask.today())),
                trying.isEmpty()
                        ? Trials.NONE
                        : Lifts.trials(tallies, ask.store().id(), ask.today()));
    }

    private Report report(Ask ask, int daysBefore) {
        LocalDate from = ask.from().minusDays(daysBefore);
        LocalDate to = ask.today().minusDays(daysBefore);
        return new Report(from, to, tallies.between(ask.store().id(), from, to));
    }
}
