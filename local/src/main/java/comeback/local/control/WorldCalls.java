package comeback.local.control;

import comeback.local.feed.Feed;
import comeback.local.feed.FeedEntry;
import comeback.local.http.Answer;
import comeback.store.KeyClass;
import comeback.store.Store;
import comeback.templates.Problem;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The world as a whole: its stores, what happened in it, what is wrong with its templates, and starting again. */
public final class WorldCalls {
    private final List<Store> stores;
    private final Feed feed;
    private final Supplier<List<Problem>> problems;
    private final Runnable reset;
    private final InstantSource clock;

    /**
     * Acts on a world.
     *
     * @param problems the mistakes in the templates as they are now
     * @param reset empties the world
     */
    public WorldCalls(
            List<Store> stores, Feed feed, Supplier<List<Problem>> problems, Runnable reset, InstantSource clock) {
        this.stores = stores;
        this.feed = feed;
        this.problems = problems;
        this.reset = reset;
        this.clock = clock;
    }

    List<Call> calls() {
        return List.of(
                new Call(
                        "GET",
                        "/local/stores",
                        "the stores and their keys",
                        (_, _) -> Answer.json(
                                200, stores.stream().map(WorldCalls::json).toList())),
                new Call(
                        "GET",
                        "/local/feed",
                        "what happened, newest last; ?since=seq",
                        (request, _) -> Answer.json(
                                200,
                                feed.since(Body.number(request, "since", 0)).stream()
                                        .map(FeedEntry::asJson)
                                        .toList())),
                new Call(
                        "GET",
                        "/local/problems",
                        "mistakes in templates, words and flows, with file and line",
                        (_, _) -> Answer.json(
                                200,
                                problems.get().stream().map(WorldCalls::json).toList())),
                new Call("POST", "/local/reset", "an empty world, at the machine's time", (_, _) -> {
                    reset.run();
                    return Answer.json(200, Map.of("now", clock.instant().toString()));
                }));
    }

    private static Map<String, Object> json(Store store) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", store.id().value());
        json.put("name", store.brand().name());
        json.put("home", store.brand().homeUrl());
        json.put("colour", store.brand().colour());
        json.put("locale", store.locale().toLanguageTag());
        json.put("zone", store.zone().getId());
        json.put("publicKey", firstKey(store, KeyClass.PUBLIC));
        json.put("secretKey", firstKey(store, KeyClass.SECRET));
        return json;
    }

    private static String firstKey(Store store, KeyClass wanted) {
        return store.keys().stream()
                .filter(key -> key.keyClass() == wanted)
                .map(key -> key.key())
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> json(Problem problem) {
        return Map.of("file", problem.file(), "line", problem.line(), "what", problem.what());
    }
}
