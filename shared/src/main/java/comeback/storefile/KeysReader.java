package comeback.storefile;

import comeback.store.AccessKey;
import comeback.store.KeyClass;
import comeback.store.LinkSecrets;
import comeback.store.Platform;
import comeback.store.Store;
import comeback.store.Webhooks;
import comeback.yaml.YamlObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what opens a store. What is wrong with a key or a secret is said without repeating it. */
final class KeysReader {
    private static final Pattern DOMAIN = Pattern.compile("(?i)[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]+");
    private static final String PUBLIC_KEYS = "publicKeys";
    private static final String SECRET_KEYS = "secretKeys";
    private static final String LINK_SECRET = "linkSecret";
    private static final String WEBHOOK_SECRETS = "webhookSecrets";

    private KeysReader() {}

    static boolean namesKeys(YamlObject block) {
        return block.has(PUBLIC_KEYS) || block.has(SECRET_KEYS);
    }

    static List<AccessKey> keys(YamlObject block, boolean mayBeLeftOut) {
        var keys = new ArrayList<AccessKey>();
        keys.addAll(keys(block, PUBLIC_KEYS, KeyClass.PUBLIC));
        keys.addAll(keys(block, SECRET_KEYS, KeyClass.SECRET));
        if (keys.stream().map(AccessKey::key).distinct().count() < keys.size()) {
            block.refuse(SECRET_KEYS, "a key stands in these settings twice");
        }
        if (keys.size() > Store.KEYS_MAX) {
            block.refuse(SECRET_KEYS, "a store has at most " + Store.KEYS_MAX + " keys");
        }
        if (!namesKeys(block) && !mayBeLeftOut) {
            block.refuse(SECRET_KEYS, "\"secretKeys\" is missing: without a key nobody can post for this store");
        }
        return keys;
    }

    private static List<AccessKey> keys(YamlObject block, String name, KeyClass keyClass) {
        var keys = new ArrayList<AccessKey>();
        for (String text : block.texts(name)) {
            KeyClass other = keyClass == KeyClass.PUBLIC ? KeyClass.SECRET : KeyClass.PUBLIC;
            if (text.startsWith(other.prefix())) {
                // It would stand in every browser, or lie in nobody's care.
                block.refuse(name, "\"" + name + "\" has a key that begins with " + other.prefix());
            } else if (text.isBlank() || text.length() > AccessKey.LENGTH_MAX) {
                block.refuse(name, "\"" + name + "\" must be keys of 1 to " + AccessKey.LENGTH_MAX + " characters");
            } else {
                keys.add(new AccessKey(text, keyClass));
            }
        }
        return keys;
    }

    static String linkSecret(YamlObject block, Optional<Kept> kept) {
        if (kept.isPresent() && !block.has(LINK_SECRET)) {
            return kept.get().linkSecret();
        }
        String secret = block.neededText(LINK_SECRET);
        if (!secret.isEmpty() && secret.length() < LinkSecrets.LENGTH_MIN) {
            block.refuse(
                    LINK_SECRET,
                    "\"linkSecret\" has " + secret.length() + " characters; at least " + LinkSecrets.LENGTH_MIN
                            + " make it safe");
        }
        return secret;
    }

    static Webhooks webhooks(YamlObject block, Optional<Kept> kept) {
        List<String> domains = new ArrayList<>();
        for (String text : block.texts("domains")) {
            if (DOMAIN.matcher(text).matches()) {
                domains.add(text);
            } else {
                block.refuse("domains", "\"domains\" must be domains like shop.myshopify.com, not \"" + text + "\"");
            }
        }
        Map<Platform, List<String>> secrets = new EnumMap<>(Platform.class);
        if (block.has(WEBHOOK_SECRETS)) {
            block.object(WEBHOOK_SECRETS).ifPresent(its -> secrets.putAll(secrets(its)));
        } else {
            kept.ifPresent(its -> secrets.putAll(its.webhookSecrets()));
        }
        try {
            return new Webhooks(domains, secrets);
        } catch (IllegalArgumentException e) {
            block.refuse(WEBHOOK_SECRETS, String.valueOf(e.getMessage()));
            return Webhooks.NONE;
        }
    }

    private static Map<Platform, List<String>> secrets(YamlObject block) {
        block.refuseAllBut(Arrays.stream(Platform.values()).map(Platform::word).toArray(String[]::new));
        Map<Platform, List<String>> secrets = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            List<String> texts = block.texts(platform.word());
            if (texts.stream().allMatch(text -> LINE.matcher(text).matches())) {
                secrets.put(platform, texts);
            } else {
                block.refuse(platform.word(), "\"" + platform.word() + "\" must be secrets of one line each");
            }
        }
        return secrets;
    }
}
