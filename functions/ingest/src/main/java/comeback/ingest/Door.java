package comeback.ingest;

import comeback.catalogue.Report;
import comeback.commit.Happenings;
import comeback.commit.KeyHolder;
import comeback.commit.Stocktaking;
import comeback.commit.Stores;
import comeback.event.StoreEvent;
import comeback.http.Request;
import comeback.ingest.cloudevents.CloudEvents;
import comeback.ingest.coupons.CouponDesk;
import comeback.ingest.http.Answer;
import comeback.ingest.http.Body;
import comeback.ingest.http.WriteKey;
import comeback.ingest.klaviyo.Klaviyo;
import comeback.ingest.posthog.PostHog;
import comeback.ingest.protocol.Answers;
import comeback.ingest.protocol.Call;
import comeback.ingest.protocol.Protocol;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.ingest.segment.BrowserSettings;
import comeback.ingest.segment.Segment;
import comeback.ingest.webhook.WebhookTarget;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Lets storefronts in: finds out what a request is, whose, and what it says; has every event of it stored, and only then
 * says yes.
 */
final class Door {
    /** Each has paths of its own, so their order does not matter. */
    private static final List<Protocol> PROTOCOLS =
            List.of(new Segment(), new PostHog(), new Klaviyo(), new CloudEvents());

    private static final List<String> PATHS = Stream.of(
                    PROTOCOLS.stream().flatMap(protocol -> protocol.paths().stream()),
                    BrowserSettings.PATHS.stream(),
                    ProductDesk.PATHS.stream(),
                    ErasureDesk.PATHS.stream(),
                    CouponDesk.PATHS.stream(),
                    WebhookTarget.PATHS.stream())
            .flatMap(paths -> paths)
            .toList();

    /** A store that failed so often within one request is down; the sender is told at once, and repeats. */
    private static final int FAILURES_MAX = 3;

    private final Stores stores;
    private final Happenings happenings;
    private final Stocktaking stocktaking;
    private final InstantSource clock;

    Door(Stores stores, Happenings happenings, Stocktaking stocktaking, InstantSource clock) {
        this.stores = stores;
        this.happenings = happenings;
        this.stocktaking = stocktaking;
        this.clock = clock;
    }

    /**
     * The same door, which keeps no further event once the time is over.
     *
     * @param hasTime whether another event can be stored before this function is stopped
     */
    Door within(BooleanSupplier hasTime) {
        Happenings inTime = (store, event, raw) -> {
            if (!hasTime.getAsBoolean()) {
                throw new IllegalStateException("no time is left to keep it");
            }
            happenings.happened(store, event, raw);
        };
        return new Door(stores, inTime, stocktaking, clock);
    }

    Visit visit(Request request) {
        // A browser asks before it posts, without its key, and for any path.
        if (request.method().equals("OPTIONS")) {
            return Visit.turnedAway(Answer.preflight(request));
        }
        var settings = BrowserSettings.at(request);
        if (settings.isPresent()) {
            return settingsAsked(request, settings.get());
        }
        var call = PROTOCOLS.stream()
                .flatMap(protocol -> protocol.at(request).stream())
                .findFirst();
        return call.map(its -> called(request, its)).orElseGet(() -> Visit.turnedAway(Answer.notFound(PATHS)));
    }

    private Visit settingsAsked(Request request, BrowserSettings settings) {
        if (!request.method().equals("GET")) {
            return Visit.turnedAway(Answer.methodNotAllowed("GET, OPTIONS"));
        }
        Optional<KeyHolder> holder = settings.key().flatMap(stores::holding);
        return holder.map(known -> Visit.of(
                        Answer.document(settings.document()), known.store().id()))
                .orElseGet(() -> Visit.turnedAway(Answer.unknownKey(WriteKey.HINT)));
    }

    private Visit called(Request request, Call call) {
        if (!request.method().equals(call.method())) {
            return Visit.turnedAway(Answer.methodNotAllowed(call.method() + ", OPTIONS"));
        }
        return switch (call.body(request)) {
            case Body.Unreadable(var why) -> Visit.turnedAway(call.answers().refused(List.of(why)));
            case Body.Bytes(var bytes) ->
                switch (call.parsed(bytes)) {
                    case Json.Parsed.Broken(var why) ->
                        Visit.turnedAway(call.answers().refused(List.of("body: " + why)));
                    case Json.Parsed.Value(var object) -> posted(request, call, Fields.of(object));
                };
        };
    }

    private Visit posted(Request request, Call call, Fields body) {
        // The key comes before all that is read with it: a stranger learns nothing about a store, not even its shape.
        Optional<KeyHolder> holder;
        try {
            holder = call.key(request, body).flatMap(stores::holding);
        } catch (RuntimeException e) {
            // The table does not answer. That is no stranger: who is told so repeats, who is told 401 never does.
            return Visit.failed(call.answers().notKept(), described(e));
        }
        if (holder.isEmpty()) {
            return Visit.turnedAway(call.answers().unknownKey());
        }
        return switch (call.read(body, holder.get(), clock.instant())) {
            case Reading.Refused(var problems) ->
                Visit.of(call.answers().refused(problems), holder.get().store().id());
            case Reading.Understood kept -> keep(holder.get(), kept, List.of(), call.answers());
            case Reading.Partly(var kept, var problems) -> keep(holder.get(), kept, problems, call.answers());
        };
    }

    private Visit keep(KeyHolder holder, Reading.Understood kept, List<String> problems, Answers answers) {
        Store store = holder.store();
        var failures = new ArrayList<String>();
        // Goods first: what a letter shows of an event that came with them is then known.
        for (Report report : holder.keyClass() == KeyClass.SECRET ? kept.reports() : List.<Report>of()) {
            if (failures.size() < FAILURES_MAX) {
                keep(store, report).ifPresent(failures::add);
            }
        }
        List<Read> reads = kept.events();
        for (Read read : reads) {
            if (failures.size() < FAILURES_MAX) {
                keep(store, read).ifPresent(failures::add);
            }
        }
        // All of it comes again then, and what was stored is known by its id.
        Answer answer = failures.isEmpty() ? answers.kept(reads, problems) : answers.notKept();
        List<StoreEvent> events = reads.stream().map(Read::event).toList();
        return Visit.worked(answer, store.id(), events, problems.size(), failures);
    }

    /** Why this event could not be stored; nothing when it was. The others of its request still get their chance. */
    private Optional<String> keep(Store store, Read read) {
        try {
            happenings.happened(store, read.event(), read.raw());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(described(e));
        }
    }

    private Optional<String> keep(Store store, Report report) {
        try {
            stocktaking.told(store, report);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(described(e));
        }
    }

    private static String described(RuntimeException failure) {
        return failure.getClass().getName() + ": " + failure.getMessage();
    }
}
