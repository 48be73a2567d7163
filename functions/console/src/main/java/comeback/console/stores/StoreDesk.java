package comeback.console.stores;

import comeback.commit.StoreRegister;
import comeback.console.Answer;
import comeback.http.Credentials;
import comeback.http.Request;
import comeback.store.AccessKey;
import comeback.store.AdminKey;
import comeback.store.KeyHash;
import comeback.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /v1/stores/{id}} and what lies below. The key comes first: without it nobody learns which stores there are. */
public final class StoreDesk {
    private static final String START = "/v1/stores/";
    private static final Pattern PATH =
            Pattern.compile(START + "([^/]+)(?:/(keys|webhook-secrets|link-secret)(?:/([^/]+)(?:/(rotate))?)?)?/?");

    private static final String PATHS = "a store has keys, webhook-secrets and link-secret/rotate";

    /** The longest settings that make sense are a tenth of it. */
    private static final int BODY_MAX = 64 * 1024;

    private final AdminKey admin;
    private final SettingsDesk settings;
    private final CredentialDesk<?> keys;
    private final CredentialDesk<?> secrets;
    private final LinkSecretDesk linkSecret;
    private final InstantSource clock;

    /**
     * The desk.
     *
     * @param chance another text each time, which nobody can guess
     */
    public StoreDesk(AdminKey admin, StoreRegister register, Supplier<String> chance, InstantSource clock) {
        this.admin = admin;
        this.settings = new SettingsDesk(register, chance);
        this.keys = new CredentialDesk<>(register, new WriteKeys(chance));
        this.secrets = new CredentialDesk<>(register, new WebhookSecrets(chance));
        this.linkSecret = new LinkSecretDesk(register, chance);
        this.clock = clock;
    }

    public static boolean isFor(Request request) {
        return request.path().startsWith(START);
    }

    /** Which store a path names; nothing when none can be called so. */
    public static Optional<StoreId> store(Request request) {
        Matcher path = PATH.matcher(request.path());
        try {
            return path.matches() ? Optional.of(new StoreId(path.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Which of the deployment's keys this is, as the audit trail names it. */
    private Optional<String> opener(Request request) {
        return Credentials.basicUser(request)
                .or(() -> Credentials.bearer(request))
                .map(String::strip)
                .filter(key -> key.length() <= AccessKey.LENGTH_MAX)
                .filter(admin::isOpenedBy)
                .map(key -> "admin key " + KeyHash.of(key).id());
    }

    /** The answer to a request. */
    public Answer answer(Request request) {
        Optional<String> opener = opener(request);
        if (opener.isEmpty()) {
            return Answer.error(
                    401,
                    "unknown key: the deployment's admin key stands as the user name of Authorization: Basic, or as"
                            + " Authorization: Bearer");
        }
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Answer.error(404, PATHS);
        }
        Optional<StoreId> store = store(request);
        if (store.isEmpty()) {
            return Answer.refused("a store's id is 1 to 40 of a-z, 0-9 and -");
        }
        byte[] body = request.body().orElse(new byte[0]);
        if (body.length > BODY_MAX) {
            return Answer.refused("body: " + body.length + " bytes; at most " + BODY_MAX);
        }
        var call = new Call(
                request.method(), store.get(), new String(body, StandardCharsets.UTF_8), opener.get(), clock.instant());
        if (path.group(2) == null) {
            return settings.answer(call);
        }
        if (path.group(2).equals("link-secret")) {
            return "rotate".equals(path.group(3)) && path.group(4) == null
                    ? linkSecret.answer(call)
                    : Answer.error(404, PATHS);
        }
        CredentialDesk<?> desk = path.group(2).equals("keys") ? keys : secrets;
        return desk.answer(call, Optional.ofNullable(path.group(3)), path.group(4) != null);
    }
}
