package comeback.ingest;

import comeback.catalogue.Report;
import comeback.commit.KeyHolder;
import comeback.commit.Stocktaking;
import comeback.commit.Stocktaking.Outcome;
import comeback.commit.Stores;
import comeback.http.Request;
import comeback.ingest.http.Answer;
import comeback.ingest.http.Body;
import comeback.ingest.http.WriteKey;
import comeback.ingest.products.ProductJson;
import comeback.ingest.products.ProductReader;
import comeback.ingest.products.Told;
import comeback.ingest.reading.Links;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a shop's servers tell of its goods: {@code PUT}, {@code GET} and {@code DELETE /v1/products/{id}}, and many at once
 * by {@code PUT /v1/products} and {@code PUT /v1/stock}. The key comes first: a stranger learns nothing about a shop.
 */
final class ProductDesk {
    static final int BATCH_MAX = 100;

    private static final String PRODUCTS = "/v1/products";
    private static final String STOCK = "/v1/stock";
    /** For someone who asked elsewhere. */
    static final List<String> PATHS = List.of(PRODUCTS, PRODUCTS + "/{id}", STOCK);

    private static final int ID_MAX = 200;

    /** A table that failed so often within one request is down; the sender is told at once, and repeats. */
    private static final int FAILURES_MAX = 3;

    private final Stores stores;
    private final Stocktaking stocktaking;
    private final InstantSource clock;

    ProductDesk(Stores stores, Stocktaking stocktaking, InstantSource clock) {
        this.stores = stores;
        this.stocktaking = stocktaking;
        this.clock = clock;
    }

    /** Whether this path is about goods. A browser's preflight is answered at the door as everywhere. */
    static boolean isFor(Request request) {
        String path = request.path();
        return !request.method().equals("OPTIONS")
                && (path.equals(PRODUCTS) || path.startsWith(PRODUCTS + "/") || path.equals(STOCK));
    }

    Visit visit(Request request) {
        return switch (Body.of(request)) {
            case Body.Unreadable(var why) -> Visit.turnedAway(refused(List.of(why)));
            case Body.Bytes(var bytes) -> {
                if (bytes.length == 0) {
                    yield visit(request, Fields.of(Map.of()));
                }
                yield switch (Json.parse(bytes)) {
                    case Json.Parsed.Broken(var why) -> Visit.turnedAway(refused(List.of("body: " + why)));
                    case Json.Parsed.Value(var object) -> visit(request, Fields.of(object));
                };
            }
        };
    }

    private Visit visit(Request request, Fields body) {
        Optional<KeyHolder> holder;
        try {
            holder = WriteKey.of(request, body).flatMap(stores::holding);
        } catch (RuntimeException e) {
            return Visit.failed(Answer.notKept(), described(e));
        }
        if (holder.isEmpty()) {
            return Visit.turnedAway(Answer.unknownKey(WriteKey.HINT));
        }
        Store store = holder.get().store();
        if (holder.get().keyClass() == KeyClass.PUBLIC) {
            return Visit.of(
                    json(403, Map.of("error", "a public key may not tell or read a shop's goods: use its secret key")),
                    store.id());
        }
        try {
            return answered(request, body, store);
        } catch (RuntimeException e) {
            return new Visit(Answer.notKept(), Optional.of(store.id()), Map.of(), List.of(described(e)));
        }
    }

    private Visit answered(Request request, Fields body, Store store) {
        if (request.path().equals(STOCK)) {
            return request.method().equals("PUT")
                    ? many(store, body, "items")
                    : Visit.of(Answer.methodNotAllowed("PUT"), store.id());
        }
        Optional<String> id = idIn(request.path());
        if (id.isEmpty()) {
            return request.method().equals("PUT")
                    ? many(store, body, "products")
                    : Visit.of(Answer.methodNotAllowed("PUT"), store.id());
        }
        if (id.get().length() > ID_MAX || id.get().chars().anyMatch(Character::isISOControl)) {
            return Visit.of(refused(List.of("path: an id has at most " + ID_MAX + " plain characters")), store.id());
        }
        return switch (request.method()) {
            case "PUT" -> one(store, body, id.get());
            case "GET" -> Visit.of(shown(store, id.get()), store.id());
            case "DELETE" -> gone(store, body, id.get());
            default -> Visit.of(Answer.methodNotAllowed("GET, PUT, DELETE"), store.id());
        };
    }

    private Answer shown(Store store, String id) {
        return stocktaking
                .find(store.id(), id)
                .map(product -> Answer.document(ProductJson.of(product, clock.instant())))
                .orElseGet(() -> json(404, Map.of("error", "this store has told of no such product")));
    }

    private Visit one(Store store, Fields body, String id) {
        Optional<Told> told =
                ProductReader.product(body, Optional.of(id), Links.of(store, KeyClass.SECRET), clock.instant());
        if (told.isEmpty() || !body.problems().isEmpty()) {
            return Visit.of(refused(body.problems()), store.id());
        }
        var result = result(
                id, stocktaking.told(store, told.get().report()), told.get().notes());
        return worked(store, told.get().report().name(), 1, answer(true, result.toMap()));
    }

    private Visit gone(Store store, Fields body, String id) {
        Report report = new Report.ProductDeleted(id, ProductReader.asOf(body, clock.instant()));
        if (!body.problems().isEmpty()) {
            return Visit.of(refused(body.problems()), store.id());
        }
        var result = result(id, stocktaking.told(store, report), List.of());
        return worked(store, report.name(), 1, answer(true, result.toMap()));
    }

    /** One that is wrong does not hold up the others; each says what became of it. */
    private Visit many(Store store, Fields body, String list) {
        List<Fields> items = body.objects(list).orElse(List.of());
        if (items.isEmpty() || items.size() > BATCH_MAX) {
            body.refuse(list, "expected a list of 1 to " + BATCH_MAX + " objects");
            return Visit.of(refused(body.problems()), store.id());
        }
        List<Map<String, Object>> results = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        int wrong = 0;
        for (Fields item : items) {
            int problemsBefore = body.problems().size();
            int countBefore = body.problemCount();
            Optional<Told> told = list.equals("items")
                    ? ProductReader.stock(item, clock.instant())
                    : ProductReader.product(item, Optional.empty(), Links.of(store, KeyClass.SECRET), clock.instant());
            List<String> problems = body.problems();
            problems = problems.subList(problemsBefore, problems.size());
            if (told.isEmpty() || body.problemCount() > countBefore) {
                wrong++;
                results.add(new Tree()
                        .with("kept", false)
                        .with("problems", problems)
                        .toMap());
            } else if (failures.size() < FAILURES_MAX) {
                keep(store, told.get(), results, failures);
            }
        }
        if (!failures.isEmpty()) {
            return new Visit(Answer.notKept(), Optional.of(store.id()), Map.of(), failures);
        }
        String name = list.equals("items") ? "Stock Changed" : "Product Updated";
        return wrong == items.size()
                ? Visit.of(refused(body.problems()), store.id())
                : worked(store, name, items.size() - wrong, answer(wrong == 0, Map.of("results", results)));
    }

    private void keep(Store store, Told told, List<Map<String, Object>> results, List<String> failures) {
        try {
            Outcome outcome = stocktaking.told(store, told.report());
            results.add(result(nameIn(told.report()), outcome, told.notes()).toMap());
        } catch (RuntimeException e) {
            failures.add(described(e));
        }
    }

    private static String nameIn(Report report) {
        return switch (report) {
            case Report.ProductUpdated told -> told.id();
            case Report.ProductDeleted told -> told.id();
            case Report.StockChanged told -> told.variant();
        };
    }

    private static Tree result(String name, Outcome outcome, List<String> notes) {
        var result = new Tree().with("id", name);
        return switch (outcome) {
            case Outcome.Kept kept -> result.with("kept", true).with("notes", notes);
            case Outcome.Older(var product) ->
                result.with("kept", false).with("because", "something newer is known, as of " + product.asOf());
            case Outcome.NotKnown none ->
                result.with("kept", false).with("because", "no product of this store is called so");
        };
    }

    private static Visit worked(Store store, String name, int count, Answer answer) {
        return new Visit(answer, Optional.of(store.id()), Map.of(name, count), List.of());
    }

    private static Answer answer(boolean isAllRight, Map<String, Object> more) {
        var body = new Tree().with("success", isAllRight);
        more.forEach(body::with);
        return json(200, body.toMap());
    }

    /** Everything after "/v1/products/": an id may hold a slash. */
    private static Optional<String> idIn(String path) {
        if (path.length() <= PRODUCTS.length() + 1) {
            return Optional.empty();
        }
        String id = path.substring(PRODUCTS.length() + 1);
        try {
            return Optional.of(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // A lone "%" is a character like any other.
            return Optional.of(id);
        }
    }

    private static Answer refused(List<String> problems) {
        return Answer.refused("nothing of this was kept", problems);
    }

    private static Answer json(int status, Map<String, Object> body) {
        return new Answer(status, Map.of(), Json.print(body));
    }

    private static String described(RuntimeException failure) {
        return failure.getClass().getName() + ": " + failure.getMessage();
    }
}
