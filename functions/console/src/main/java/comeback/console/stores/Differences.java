package comeback.console.stores;

import comeback.commit.Registered;
import comeback.store.HeldKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which settings changed, by name. Of secrets only that they did. */
final class Differences {
    private Differences() {}

    static List<String> between(Registered before, Registered after) {
        Set<String> changed = new TreeSet<>();
        Map<String, Object> former = SettingsTree.flat(before.store());
        Map<String, Object> present = SettingsTree.flat(after.store());
        Set<String> names = new TreeSet<>(former.keySet());
        names.addAll(present.keySet());
        for (String name : names) {
            if (!former.getOrDefault(name, "").equals(present.getOrDefault(name, ""))) {
                changed.add(name);
            }
        }
        note(changed, "publicKeys", !keys(before, KeyClass.PUBLIC).equals(keys(after, KeyClass.PUBLIC)));
        note(changed, "secretKeys", !keys(before, KeyClass.SECRET).equals(keys(after, KeyClass.SECRET)));
        note(
                changed,
                "linkSecret",
                !before.store().linkSecret().equals(after.store().linkSecret()));
        note(
                changed,
                "webhookSecrets",
                !before.store()
                        .webhooks()
                        .secrets()
                        .equals(after.store().webhooks().secrets()));
        return List.copyOf(changed);
    }

    private static void note(Set<String> changed, String name, boolean isOther) {
        if (isOther) {
            changed.add(name);
        }
    }

    private static Set<KeyHash> keys(Registered registered, KeyClass keyClass) {
        return registered.keys().stream()
                .filter(HeldKey.OfSettings.class::isInstance)
                .filter(key -> key.keyClass() == keyClass)
                .map(HeldKey::hash)
                .collect(Collectors.toSet());
    }
}
