package comeback.console.stores;

import comeback.commit.Registered;
import comeback.customer.Fingerprint;
import comeback.json.Tree;
import comeback.store.HeldKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import comeback.store.Store;
import comeback.yaml.YamlObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keys: only their hash is kept, so that they can be shown once and never again. */
final class WriteKeys implements CredentialKind<HeldKey.Made> {
    private final Supplier<String> chance;

    WriteKeys(Supplier<String> chance) {
        this.chance = chance;
    }

    @Override
    public String word() {
        return "key";
    }

    @Override
    public String list() {
        return "keys";
    }

    @Override
    public int most(Registered store) {
        return Store.KEYS_MAX - ofSettings(store).size();
    }

    @Override
    public List<HeldKey.Made> made(Registered store) {
        return store.keys().stream()
                .flatMap(key -> key instanceof HeldKey.Made made ? Stream.of(made) : Stream.empty())
                .toList();
    }

    @Override
    public Registered with(Registered store, List<HeldKey.Made> made) {
        Stream<HeldKey> ofSettings = store.keys().stream().filter(HeldKey.OfSettings.class::isInstance);
        return store.withKeys(Stream.concat(ofSettings, made.stream()).toList());
    }

    @Override
    public List<Map<String, Object>> ofSettings(Registered store) {
        return store.keys().stream()
                .filter(HeldKey.OfSettings.class::isInstance)
                .map(key -> named(key).with("from", "settings").toMap())
                .toList();
    }

    @Override
    public Map<String, Object> told(HeldKey.Made made) {
        return named(made)
                .with("madeAt", made.madeAt().toString())
                .with("endsAt", made.endsAt().map(Instant::toString))
                .toMap();
    }

    @Override
    public HeldKey.Made ending(HeldKey.Made made, Instant end) {
        return made.endingAt(end);
    }

    @Override
    public String[] settings() {
        return new String[] {"class"};
    }

    @Override
    public Optional<Fresh<HeldKey.Made>> fresh(YamlObject asked, Instant now) {
        if (asked.neededText("class").isEmpty()) {
            return Optional.empty();
        }
        return asked.parsed("class", WriteKeys::keyClass, "public or secret").map(keyClass -> made(keyClass, now));
    }

    @Override
    public String[] successorSettings() {
        return new String[0];
    }

    @Override
    public Optional<Fresh<HeldKey.Made>> successor(HeldKey.Made former, YamlObject asked, Instant now) {
        return Optional.of(made(former.keyClass(), now));
    }

    private Fresh<HeldKey.Made> made(KeyClass keyClass, Instant now) {
        String key = keyClass.prefix() + Fingerprint.of("key", chance.get(), chance.get());
        var made = new HeldKey.Made(KeyHash.of(key), keyClass, now, Optional.empty());
        return new Fresh<>(made, new Tree().with("key", key).toMap());
    }

    private static Tree named(HeldKey key) {
        return new Tree().with("id", key.id()).with("class", word(key.keyClass()));
    }

    private static String word(KeyClass keyClass) {
        return keyClass.name().toLowerCase(Locale.ROOT);
    }

    private static KeyClass keyClass(String word) {
        return switch (word) {
            case "public" -> KeyClass.PUBLIC;
            case "secret" -> KeyClass.SECRET;
            default -> throw new IllegalArgumentException(word);
        };
    }
}
