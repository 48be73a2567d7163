package comeback.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a shop system's documents are known to be this store's.
 *
 * @param domains what the shop is called there: "fjord-and-pine.myshopify.com", in lower case; at most {@value #DOMAINS_MAX}.
 *     When there are none, the secret alone decides
 * @param secrets what each system signs with, at most {@value #SECRETS_MAX} of one: two let a secret be changed without a gap
 * @param made secrets that were made or handed in beside the settings, at most {@value #MADE_MAX}
 */
public record Webhooks(List<String> domains, Map<Platform, List<String>> secrets, List<MadeSecret> made) {
    public static final int DOMAINS_MAX = 10;
    public static final int SECRETS_MAX = 5;
    public static final int MADE_MAX = 10;

    /** A longer one is a mistake; Saleor's published key is the longest. */
    public static final int SECRET_LENGTH_MAX = 4_000;

    public static final Webhooks NONE = new Webhooks(List.of(), Map.of());

    public Webhooks {
        domains = domains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (domains.size() > DOMAINS_MAX) {
            throw new IllegalArgumentException("a store has at most " + DOMAINS_MAX + " domains");
        }
        Map<Platform, List<String>> kept = new EnumMap<>(Platform.class);
        secrets.forEach((platform, all) -> {
            if (all.size() > SECRETS_MAX || all.stream().anyMatch(Webhooks::isNoSecret)) {
                throw new IllegalArgumentException("a store has at most " + SECRETS_MAX
                        + " webhook secrets of one kind, each of 1 to " + SECRET_LENGTH_MAX + " characters");
            }
            if (!all.isEmpty()) {
                kept.put(platform, List.copyOf(all));
            }
        });
        secrets = Map.copyOf(kept);
        made = List.copyOf(made);
        if (made.size() > MADE_MAX) {
            throw new IllegalArgumentException(
                    "a store has at most " + MADE_MAX + " webhook secrets beside those in its settings");
        }
    }

    /** Those that stand in the settings. */
    public Webhooks(List<String> domains, Map<Platform, List<String>> secrets) {
        this(domains, secrets, List.of());
    }

    private static boolean isNoSecret(String secret) {
        return secret.isBlank() || secret.length() > SECRET_LENGTH_MAX;
    }

    /** Those in the settings. */
    public List<String> secretsOf(Platform platform) {
        return secrets.getOrDefault(platform, List.of());
    }

    /** All that a document may be signed with now. */
    public List<String> secretsOf(Platform platform, Instant now) {
        return Stream.concat(
                        secretsOf(platform).stream(),
                        made.stream()
                                .filter(secret -> secret.platform() == platform && !secret.isOver(now))
                                .map(MadeSecret::secret))
                .toList();
    }

    public boolean isEmpty() {
        return domains.isEmpty() && !hasSecrets();
    }

    public boolean hasSecrets() {
        return !secrets.isEmpty() || !made.isEmpty();
    }

    public Webhooks withMade(List<MadeSecret> changed) {
        return new Webhooks(domains, secrets, changed);
    }

    /** With the newest secrets of one system, newest last. */
    public Webhooks with(Platform platform, List<String> changed) {
        Map<Platform, List<String>> all = new EnumMap<>(Platform.class);
        all.putAll(secrets);
        all.put(platform, new ArrayList<>(changed));
        return new Webhooks(domains, all, made);
    }
}
