package comeback.ingest.klaviyo;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The paths of Klaviyo's API that we have, what is posted there, and the status that its clients expect. */
enum Endpoint {
    EVENT("/api/events", Holds.EVENT, 202),
    EVENTS("/api/event-bulk-create-jobs", Holds.EVENTS, 202),
    PROFILE("/api/profiles", Holds.PROFILE, 201),
    PROFILE_IMPORT("/api/profile-import", Holds.PROFILE, 200),
    SUBSCRIBE("/api/profile-subscription-bulk-create-jobs", Holds.SUBSCRIPTIONS, 202),
    UNSUBSCRIBE("/api/profile-subscription-bulk-delete-jobs", Holds.UNSUBSCRIPTIONS, 202),
    STOCK_REQUEST("/api/back-in-stock-subscriptions", Holds.STOCK_REQUEST, 202),
    CLIENT_EVENT("/client/events", Holds.EVENT, 202),
    CLIENT_EVENTS("/client/event-bulk-create", Holds.EVENTS, 202),
    CLIENT_PROFILE("/client/profiles", Holds.PROFILE, 202),
    CLIENT_SUBSCRIPTION("/client/subscriptions", Holds.SUBSCRIPTION, 202),
    CLIENT_STOCK_REQUEST("/client/back-in-stock-subscriptions", Holds.STOCK_REQUEST, 202);

    /** What a body is about. */
    enum Holds {
        EVENT,
        EVENTS,
        PROFILE,
        SUBSCRIPTION,
        SUBSCRIPTIONS,
        UNSUBSCRIPTIONS,
        STOCK_REQUEST
    }

    private static final Map<String, Endpoint> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Endpoint::path, Function.identity()));

    private final String path;
    private final Holds holds;
    private final int status;

    Endpoint(String path, Holds holds, int status) {
        this.path = path;
        this.holds = holds;
        this.status = status;
    }

    static Optional<Endpoint> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    String path() {
        return path;
    }

    Holds holds() {
        return holds;
    }

    /** When all is well. */
    int status() {
        return status;
    }

    /** Whether the sender wants to see the profile that came of it. Browsers are told nothing of anybody. */
    boolean answersWithProfile() {
        return this == PROFILE || this == PROFILE_IMPORT;
    }
}
