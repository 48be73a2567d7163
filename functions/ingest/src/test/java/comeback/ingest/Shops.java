package comeback.ingest;

import comeback.commit.KeyHolder;
import comeback.store.AccessKey;
import comeback.store.Brand;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import comeback.store.Platform;
import comeback.store.Sender;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.store.Webhooks;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shops that requests of tests are for. */
public final class Shops {
    public static final String PUBLIC_KEY = "pk_demo";
    public static final String SECRET_KEY = "sk_demo";

    private Shops() {}

    public static Store demo() {
        return shop("demo", "https://www.alderandpine.example", PUBLIC_KEY, SECRET_KEY)
                .with(new Webhooks(
                        List.of("pine.myshopify.com"),
                        Map.of(
                                Platform.SHOPIFY, List.of("shpss_one", "shpss_two"),
                                Platform.WOOCOMMERCE, List.of("woo one"),
                                Platform.SALEOR, List.of("saleor one"))));
    }

    public static Store other() {
        // An agency's app has one secret for all of its shops.
        return shop("other", "https://other.example", "pk_other", "sk_other")
                .with(new Webhooks(List.of("oak.myshopify.com"), Map.of(Platform.SHOPIFY, List.of("shpss_one"))));
    }

    public static KeyHolder holder(KeyClass keyClass) {
        return new KeyHolder(demo(), keyClass);
    }

    private static Store shop(String id, String homeUrl, String publicKey, String secretKey) {
        var brand = new Brand(
                "Alder & Pine",
                homeUrl,
                Optional.empty(),
                "#0b5c4a",
                "Alder & Pine Ltd",
                "1 Mill Lane",
                "help@alderandpine.example",
                Optional.empty(),
                Optional.empty());
        return new Store(
                new StoreId(id),
                brand,
                new Sender("Alder & Pine", "hello@alderandpine.example", Optional.empty()),
                Locale.ENGLISH,
                List.of(Locale.ENGLISH),
                ZoneId.of("UTC"),
                List.of(new AccessKey(publicKey, KeyClass.PUBLIC), new AccessKey(secretKey, KeyClass.SECRET)),
                "0123456789012345678901234567890123456789",
                Set.of(),
                MarketingPolicy.DEFAULT);
    }
}
