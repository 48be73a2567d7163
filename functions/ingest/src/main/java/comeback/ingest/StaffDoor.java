package comeback.ingest;

import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.http.Request;
import comeback.ingest.coupons.CouponDesk;
import comeback.ingest.http.Answer;
import comeback.ingest.http.Body;
import comeback.ingest.http.WriteKey;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the shop's own server in to what is no event: its coupons, and forgetting people. Only with a secret key; a public one stands in every
 * browser.
 */
final class StaffDoor {
    private final Stores stores;
    private final CouponDesk coupons;
    private final ErasureDesk erasures;

    StaffDoor(Stores stores, CouponDesk coupons, ErasureDesk erasures) {
        this.stores = stores;
        this.coupons = coupons;
        this.erasures = erasures;
    }

    /** Whether it is asked for. A browser's preflight is answered at the other door. */
    boolean isFor(Request request) {
        return !request.method().equals("OPTIONS") && (CouponDesk.isFor(request.path()) || ErasureDesk.isFor(request));
    }

    Visit visit(Request request) {
        if (request.method().equals("GET")) {
            return visit(request, Fields.of(Map.of()));
        }
        return switch (Body.of(request)) {
            case Body.Unreadable(var why) -> Visit.turnedAway(refused(why));
            case Body.Bytes(var bytes) when bytes.length == 0 -> visit(request, Fields.of(Map.of()));
            case Body.Bytes(var bytes) ->
                switch (Json.parse(bytes)) {
                    case Json.Parsed.Broken(var why) -> Visit.turnedAway(refused("body: " + why));
                    case Json.Parsed.Value(var object) -> visit(request, Fields.of(object));
                };
        };
    }

    private Visit visit(Request request, Fields body) {
        try {
            Optional<KeyHolder> holder = WriteKey.of(request, body).flatMap(stores::holding);
            if (holder.isEmpty()) {
                return Visit.turnedAway(Answer.unknownKey(WriteKey.HINT));
            }
            Answer answer = holder.get().keyClass() == KeyClass.PUBLIC
                    ? Answer.error(403, "this takes a secret key (sk_…): a public one stands in every browser")
                    : answer(holder.get().store(), request, body);
            return Visit.of(answer, holder.get().store().id());
        } catch (RuntimeException e) {
            // The table does not answer: who is told so asks again, and everything here may be asked again.
            return Visit.failed(Answer.notKept(), e.getClass().getName() + ": " + e.getMessage());
        }
    }

    private Answer answer(Store store, Request request, Fields body) {
        return ErasureDesk.isFor(request) ? erasures.answer(store, request) : coupons.answer(store, request, body);
    }

    private static Answer refused(String problem) {
        return Answer.refused("nothing of this was kept", List.of(problem));
    }
}
