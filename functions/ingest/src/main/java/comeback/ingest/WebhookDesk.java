package comeback.ingest;

import comeback.catalogue.Report;
import comeback.commit.Happenings;
import comeback.commit.Stocktaking;
import comeback.commit.Stores;
import comeback.event.StoreEvent;
import comeback.http.Request;
import comeback.ingest.http.Answer;
import comeback.ingest.http.Body;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.ingest.webhook.WebhookDoor;
import comeback.ingest.webhook.WebhookTarget;
import comeback.json.Json;
import comeback.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Where shop systems tell of everything by themselves: {@code POST /webhooks/shopify}, {@code /webhooks/woocommerce} and
 * {@code /webhooks/saleor}. A document that is genuine and is JSON is never refused: its sender cannot write it differently,
 * and switches a webhook off that is refused too often.
 */
final class WebhookDesk {
    private final Stores stores;
    private final Happenings happenings;
    private final Stocktaking stocktaking;
    private final InstantSource clock;

    WebhookDesk(Stores stores, Happenings happenings, Stocktaking stocktaking, InstantSource clock) {
        this.stores = stores;
        this.happenings = happenings;
        this.stocktaking = stocktaking;
        this.clock = clock;
    }

    static boolean isFor(Request request) {
        return WebhookTarget.at(request).isPresent();
    }

    Visit visit(Request request) {
        WebhookTarget target = WebhookTarget.at(request).orElseThrow();
        if (!request.method().equals("POST")) {
            return Visit.turnedAway(Answer.methodNotAllowed("POST"));
        }
        return switch (Body.of(request)) {
            case Body.Unreadable(var why) -> Visit.turnedAway(refused(why));
            case Body.Bytes(var bytes) ->
                WebhookDoor.isPing(target, request, bytes)
                        ? Visit.turnedAway(Answer.kept())
                        : posted(request, target, bytes);
        };
    }

    private Visit posted(Request request, WebhookTarget target, byte[] bytes) {
        Optional<Store> store;
        try {
            // The signature is over the bytes as they came over the wire.
            store = WebhookDoor.sender(target, request, request.body().orElse(bytes), stores, clock.instant());
        } catch (RuntimeException e) {
            return Visit.failed(Answer.notKept(), described(e));
        }
        if (store.isEmpty()) {
            return Visit.turnedAway(Answer.unknownKey(WebhookDoor.hint(target.platform())));
        }
        return switch (Json.parse(bytes)) {
            case Json.Parsed.Broken(var why) ->
                Visit.of(refused("body: " + why), store.get().id());
            case Json.Parsed.Value(var document) ->
                keep(store.get(), WebhookDoor.read(target, request, document, store.get(), clock.instant()));
        };
    }

    /** All of it or nothing is said to be kept; what was stored already is known when it comes again. */
    private Visit keep(Store store, Reading.Understood told) {
        List<StoreEvent> events = told.events().stream().map(Read::event).toList();
        try {
            for (Report report : told.reports()) {
                stocktaking.told(store, report);
            }
            for (Read read : told.events()) {
                happenings.happened(store, read.event(), read.raw());
            }
            return Visit.worked(Answer.kept(), store.id(), events, 0, List.of());
        } catch (RuntimeException e) {
            return Visit.worked(Answer.notKept(), store.id(), events, 0, List.of(described(e)));
        }
    }

    private static String described(RuntimeException failure) {
        return failure.getClass().getName() + ": " + failure.getMessage();
    }

    private static Answer refused(String problem) {
        return Answer.refused("nothing of this was kept", List.of(problem));
    }
}
