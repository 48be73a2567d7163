package comeback;

import comeback.store.AccessKey;
import comeback.store.Brand;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import comeback.store.Sender;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Stores for tests. */
public final class TestStores {
    private TestStores() {}

    /** Like most stores, but nothing waits for the morning: tests that do not speak of the night need not think of it. */
    public static final MarketingPolicy DAY_AND_NIGHT = MarketingPolicy.DEFAULT.with(Optional.empty());

    public static Store demo() {
        return named("demo", DAY_AND_NIGHT, Set.of());
    }

    public static Store named(String id, MarketingPolicy policy, Set<String> flowsOff) {
        return store(id, "https://alderandpine.example", policy, flowsOff);
    }

    /** One with a front page of its own. */
    public static Store at(String id, String home) {
        return store(id, home, DAY_AND_NIGHT, Set.of());
    }

    private static Store store(String id, String home, MarketingPolicy policy, Set<String> flowsOff) {
        return new Store(
                new StoreId(id),
                new Brand(
                        "Alder & Pine",
                        home,
                        Optional.empty(),
                        "#0b5c4a",
                        "Alder & Pine Ltd.",
                        "1 Long Lane, Portland, OR 97201",
                        "hello@alderandpine.example",
                        Optional.of("+1 503 555 0100"),
                        Optional.of("Reg. no. 0123456789")),
                new Sender("Alder & Pine", "hello@alderandpine.example", Optional.empty()),
                Locale.ENGLISH,
                List.of(Locale.ENGLISH, Locale.KOREAN, Locale.of("tr")),
                ZoneId.of("America/New_York"),
                List.of(new AccessKey("pk_" + id, KeyClass.PUBLIC), new AccessKey("sk_" + id, KeyClass.SECRET)),
                "a-link-secret-of-more-than-32-characters",
                flowsOff,
                policy);
    }
}
