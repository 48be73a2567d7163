package comeback.console.reports;

import comeback.commit.AuditTrail;
import comeback.commit.FlowShelf;
import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.commit.Tallies;
import comeback.console.Answer;
import comeback.console.Lifts;
import comeback.experiment.Experiment;
import comeback.experiment.Lift;
import comeback.flow.Flow;
import comeback.http.Credentials;
import comeback.http.Request;
import comeback.report.Counts;
import comeback.report.Report;
import comeback.report.Trials;
import comeback.store.AdminKey;
import comeback.store.KeyClass;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers {@code /v1/reports/overview}, {@code …/flows}, {@code …/flows/{flow}} and {@code …/audit}: of the store whose secret
 * key asks, or of the {@code store} that the admin key names.
 */
public final class ReportsDesk {
    private static final String START = "/v1/reports/";
    private static final String FLOW = "flows/";
    private static final String AUDIT = "audit";
    private static final String CSV = ".csv";
    private static final int LIMIT_USUAL = 100;
    private static final int KEY_MAX = 200;
    private static final String WHERE_THE_KEY_STANDS =
            "a secret key (sk_…), or the deployment's admin key with ?store=…,"
                    + " stands as the user name of Authorization: Basic, or as Authorization: Bearer";

    private final Stores stores;
    private final AdminKey admin;
    private final Tallies tallies;
    private final FlowShelf flows;
    private final AuditReport audit;
    private final InstantSource clock;

    public ReportsDesk(
            Stores stores, AdminKey admin, Tallies tallies, FlowShelf flows, AuditTrail trail, InstantSource clock) {
        this.stores = stores;
        this.admin = admin;
        this.tallies = tallies;
        this.flows = flows;
        this.audit = new AuditReport(trail);
        this.clock = clock;
    }

    public static boolean isFor(Request request) {
        return request.path().startsWith(START);
    }

    /**
     * What is answered, and of which store.
     *
     * @param store absent for whoever was turned away
     */
    public record Told(Answer answer, Optional<StoreId> store) {}

    public Told answer(Request request) {
        Optional<String> key = Credentials.basicUser(request)
                .or(() -> Credentials.bearer(request))
                .map(String::strip)
                .filter(text -> text.length() <= KEY_MAX);
        if (key.filter(admin::isOpenedBy).isPresent()) {
            if (name(request).equals(AUDIT) && request.queryParameter("store").isEmpty()) {
                return turnedAway(audit.of(request, Optional.empty(), isSheet(request)));
            }
            Optional<Store> store = request.queryParameter("store").flatMap(this::named);
            return store.isEmpty()
                    ? turnedAway(Answer.refused("store: expected the id of a store of this deployment"))
                    : told(store.get(), request);
        }
        Optional<KeyHolder> holder = key.flatMap(stores::holding);
        if (holder.isEmpty()) {
            return turnedAway(Answer.error(401, "unknown key: " + WHERE_THE_KEY_STANDS));
        }
        if (holder.get().keyClass() == KeyClass.PUBLIC) {
            return turnedAway(Answer.error(403, "a public key may read no reports: " + WHERE_THE_KEY_STANDS));
        }
        return told(holder.get().store(), request);
    }

    private static Told turnedAway(Answer answer) {
        return new Told(answer, Optional.empty());
    }

    private Optional<Store> named(String id) {
        try {
            return stores.find(new StoreId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Told told(Store store, Request request) {
        return new Told(report(store, request), Optional.of(store.id()));
    }

    private Answer report(Store store, Request request) {
        if (!request.method().equals("GET")) {
            return Answer.error(405, "a report is read with GET");
        }
        String plain = name(request);
        boolean isSheet = isSheet(request);
        if (plain.equals(AUDIT)) {
            return audit.of(request, Optional.of(store.id()), isSheet);
        }
        if (plain.equals("experiments")) {
            return experiments(store);
        }
        if (plain.equals("holdouts")) {
            List<Lift> lifts = List.copyOf(lifts(store).values());
            return isSheet
                    ? Answer.sheet("holdouts", HoldoutsReport.sheet(lifts))
                    : HoldoutsReport.of(store.id(), lifts);
        }
        Optional<Range> range = Range.of(request, LocalDate.ofInstant(clock.instant(), store.zone()));
        if (range.isEmpty()) {
            return Answer.refused(Range.EXPECTED);
        }
        Report all = new Report(
                range.get().from(),
                range.get().to(),
                tallies.between(store.id(), range.get().from(), range.get().to()));
        if (plain.equals("overview")) {
            return answer(new Listed<>("day", all.letters().days()), head(store, all, all.letters()), request, isSheet);
        }
        if (plain.equals("flows")) {
            return answer(new Listed<>("flow", flows(all)), head(store, all, all.letters()), request, isSheet);
        }
        return plain.startsWith(FLOW)
                ? flow(store, all, plain.substring(FLOW.length()), request, isSheet)
                : Answer.error(
                        404, "there are the reports overview, flows, flows/{flow}, experiments, holdouts and audit");
    }

    private Map<String, Lift> lifts(Store store) {
        return Lifts.of(tallies, store.id(), flows.today(), LocalDate.ofInstant(clock.instant(), store.zone()));
    }

    /** All days count: an experiment is one from its beginning. */
    private Answer experiments(Store store) {
        List<Flow> trying =
                flows.today().all().stream().filter(Experiment::isIn).toList();
        LocalDate to = LocalDate.ofInstant(clock.instant(), store.zone());
        LocalDate from = to.minusDays(Tallies.DAYS_MAX - 1L);
        return ExperimentsReport.of(
                store,
                trying,
                new Report(from, to, tallies.between(store.id(), from, to)),
                trying.isEmpty() ? Trials.NONE : Lifts.trials(tallies, store.id(), to));
    }

    /** What is asked for, however it is to be told. */
    private static String name(Request request) {
        String name = request.path().substring(START.length());
        return name.endsWith(CSV) ? name.substring(0, name.length() - CSV.length()) : name;
    }

    private static boolean isSheet(Request request) {
        return request.path().endsWith(CSV)
                || request.header("accept")
                        .filter(types -> types.startsWith("text/csv"))
                        .isPresent();
    }

    /** Every flow of today, and those of which something is counted though they are gone. */
    private SortedMap<String, Counts> flows(Report all) {
        SortedMap<String, Counts> counted = new TreeMap<>(all.letters().flows());
        flows.today().all().forEach(flow -> counted.putIfAbsent(flow.name(), Counts.NONE));
        return counted;
    }

    private Answer flow(Store store, Report all, String name, Request request, boolean isSheet) {
        Report flow = all.of(name);
        if (flow.rows().isEmpty() && flows.today().named(name).isEmpty()) {
            return Answer.error(404, "there is no such flow, and never was in these days");
        }
        if (isSheet) {
            return Answer.sheet(name, Sheet.of("letter", flow.variants()));
        }
        Map<String, Object> head = head(store, all, flow);
        head.remove("shop");
        head.put("flow", name);
        head.put("letters", entries("letter", flow.variants()));
        Optional.ofNullable(lifts(store).get(name)).ifPresent(lift -> head.put("holdout", HoldoutsReport.json(lift)));
        return answer(new Listed<>("day", flow.days()), head, request, false);
    }

    private static Map<String, Object> head(Store store, Report all, Report letters) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("store", store.id().value());
        head.put("from", all.from().toString());
        head.put("to", all.to().toString());
        head.put("zone", store.zone().getId());
        head.put("total", CountsJson.of(letters.total()));
        head.put("shop", CountsJson.sales(all.shop()));
        return head;
    }

    /**
     * Entries of which a page is shown.
     *
     * @param name what each is: "day", "flow"
     */
    private record Listed<K>(String name, SortedMap<K, Counts> entries) {}

    private static <K> Answer answer(Listed<K> listed, Map<String, Object> head, Request request, boolean isSheet) {
        if (isSheet) {
            return Answer.sheet(listed.name() + "s", Sheet.of(listed.name(), listed.entries()));
        }
        Optional<Integer> limit =
                request.queryParameter("limit").map(ReportsDesk::limit).orElse(Optional.of(LIMIT_USUAL));
        if (limit.isEmpty()) {
            return Answer.refused("limit: expected a number from 1 to " + Tallies.DAYS_MAX);
        }
        String after = request.queryParameter("after").orElse("");
        SortedMap<String, Counts> left = new TreeMap<>();
        listed.entries().forEach((key, counts) -> {
            if (key.toString().compareTo(after) > 0) {
                left.put(key.toString(), counts);
            }
        });
        SortedMap<String, Counts> page = new TreeMap<>();
        left.entrySet().stream().limit(limit.get()).forEach(entry -> page.put(entry.getKey(), entry.getValue()));
        Map<String, Object> body = new LinkedHashMap<>(head);
        body.put(listed.name() + "s", entries(listed.name(), page));
        if (left.size() > page.size()) {
            body.put("next", page.lastKey());
        }
        return Answer.of(body);
    }

    private static List<Map<String, Object>> entries(String name, SortedMap<String, Counts> counts) {
        return counts.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put(name, entry.getKey());
                    json.putAll(CountsJson.of(entry.getValue()));
                    return json;
                })
                .toList();
    }

    private static Optional<Integer> limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            return limit >= 1 && limit <= Tallies.DAYS_MAX ? Optional.of(limit) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
