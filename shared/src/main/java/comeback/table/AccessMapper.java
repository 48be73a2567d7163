package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.HeldKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import comeback.store.MadeSecret;
import comeback.store.Platform;
import comeback.store.StoreId;
import java.util.List;
import java.util.Map;

/** What opens a store, to the JSON text beside its settings, and back: the hashes of its keys, and secrets made for it. */
final class AccessMapper {
    private static final int FORMAT = 1;

    private AccessMapper() {}

    /** All of it. */
    record Access(List<HeldKey> keys, List<MadeSecret> secrets) {}

    static String write(Access access) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("keys", access.keys().stream().map(AccessMapper::write).toList())
                .with(
                        "secrets",
                        access.secrets().stream().map(AccessMapper::write).toList())
                .toMap());
    }

    static Access read(StoreId id, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (from.integer("format").filter(format -> format == FORMAT).isEmpty()) {
            throw new IllegalStateException("keys of store " + id + " are stored in a format that we cannot read");
        }
        return new Access(
                from.objects("keys").orElse(List.of()).stream()
                        .map(AccessMapper::key)
                        .toList(),
                from.objects("secrets").orElse(List.of()).stream()
                        .map(AccessMapper::secret)
                        .toList());
    }

    private static Map<String, Object> write(HeldKey key) {
        Tree tree = new Tree()
                .with("hash", key.hash().hex())
                .with("class", key.keyClass().name())
                .with("endsAt", key.endsAt());
        return switch (key) {
            case HeldKey.OfSettings its -> tree.toMap();
            case HeldKey.Made made ->
                tree.with("madeAt", made.madeAt().toString()).toMap();
        };
    }

    private static HeldKey key(Fields from) {
        var hash = new KeyHash(need(from.text("hash"), "a key's hash"));
        KeyClass keyClass = KeyClass.valueOf(need(from.text("class"), "a key's class"));
        return from.instant("madeAt")
                .<HeldKey>map(madeAt -> new HeldKey.Made(hash, keyClass, madeAt, from.instant("endsAt")))
                .orElseGet(() -> new HeldKey.OfSettings(hash, keyClass));
    }

    private static Map<String, Object> write(MadeSecret secret) {
        return new Tree()
                .with("platform", secret.platform().word())
                .with("secret", secret.secret())
                .with("madeAt", secret.madeAt().toString())
                .with("endsAt", secret.endsAt())
                .toMap();
    }

    private static MadeSecret secret(Fields from) {
        return new MadeSecret(
                need(from.text("platform").flatMap(Platform::of), "a secret's platform"),
                need(from.text("secret"), "a secret"),
                need(from.instant("madeAt"), "when a secret was made"),
                from.instant("endsAt"));
    }
}
