package comeback.console.stores;

import comeback.commit.Registered;
import comeback.customer.Fingerprint;
import comeback.json.Tree;
import comeback.store.MadeSecret;
import comeback.store.Platform;
import comeback.store.Webhooks;
import comeback.yaml.YamlObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What shop systems sign with. One that the system made is handed in; else it is made here, and shown once. */
final class WebhookSecrets implements CredentialKind<MadeSecret> {
    private static final String PLATFORMS =
            Arrays.stream(Platform.values()).map(Platform::word).collect(Collectors.joining(", "));

    private final Supplier<String> chance;

    WebhookSecrets(Supplier<String> chance) {
        this.chance = chance;
    }

    @Override
    public String word() {
        return "webhook secret";
    }

    @Override
    public String list() {
        return "webhookSecrets";
    }

    @Override
    public int most(Registered store) {
        return Webhooks.MADE_MAX;
    }

    @Override
    public List<MadeSecret> made(Registered store) {
        return store.store().webhooks().made();
    }

    @Override
    public Registered with(Registered store, List<MadeSecret> made) {
        return store.withSecrets(made);
    }

    @Override
    public List<Map<String, Object>> ofSettings(Registered store) {
        return Arrays.stream(Platform.values())
                .flatMap(platform -> store.store().webhooks().secretsOf(platform).stream()
                        .map(secret -> new Tree()
                                .with("id", MadeSecret.idOf(platform, secret))
                                .with("platform", platform.word())
                                .with("from", "settings")
                                .toMap()))
                .toList();
    }

    @Override
    public Map<String, Object> told(MadeSecret made) {
        return new Tree()
                .with("id", made.id())
                .with("platform", made.platform().word())
                .with("madeAt", made.madeAt().toString())
                .with("endsAt", made.endsAt().map(Instant::toString))
                .toMap();
    }

    @Override
    public MadeSecret ending(MadeSecret made, Instant end) {
        return made.endingAt(end);
    }

    @Override
    public String[] settings() {
        return new String[] {"platform", "secret"};
    }

    @Override
    public Optional<Fresh<MadeSecret>> fresh(YamlObject asked, Instant now) {
        if (asked.neededText("platform").isEmpty()) {
            return Optional.empty();
        }
        return asked.parsed("platform", word -> Platform.of(word).orElseThrow(IllegalArgumentException::new), PLATFORMS)
                .flatMap(platform -> fresh(platform, asked, now));
    }

    @Override
    public String[] successorSettings() {
        return new String[] {"secret"};
    }

    @Override
    public Optional<Fresh<MadeSecret>> successor(MadeSecret former, YamlObject asked, Instant now) {
        return fresh(former.platform(), asked, now);
    }

    private Optional<Fresh<MadeSecret>> fresh(Platform platform, YamlObject asked, Instant now) {
        if (!asked.has("secret")) {
            String secret = "whsec_" + Fingerprint.of("webhook", chance.get(), chance.get());
            return Optional.of(new Fresh<>(
                    new MadeSecret(platform, secret, now, Optional.empty()),
                    new Tree().with("secret", secret).toMap()));
        }
        // Who hands one in knows it: it is not repeated.
        return asked.text("secret").flatMap(secret -> {
            if (secret.length() > Webhooks.SECRET_LENGTH_MAX) {
                asked.refuse("secret", "\"secret\" has at most " + Webhooks.SECRET_LENGTH_MAX + " characters");
                return Optional.empty();
            }
            return Optional.of(new Fresh<>(new MadeSecret(platform, secret, now, Optional.empty()), Map.of()));
        });
    }
}
