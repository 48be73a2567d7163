package comeback.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A webhook secret beside those in a store's settings. It is kept as it is: to check a signature one needs the secret.
 *
 * @param platform who signs with it
 * @param madeAt when it was made or handed in here
 */
public record MadeSecret(Platform platform, String secret, Instant madeAt, Optional<Instant> endsAt)
        implements Credential {
    public MadeSecret {
        if (secret.isBlank() || secret.length() > Webhooks.SECRET_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a webhook secret has 1 to " + Webhooks.SECRET_LENGTH_MAX + " characters");
        }
    }

    @Override
    public String id() {
        return idOf(platform, secret);
    }

    /** What names a secret without telling it. */
    public static String idOf(Platform platform, String secret) {
        return KeyHash.of(platform.word() + " " + secret).id();
    }

    /** The same, which ends then, if it does not end earlier anyway. */
    public MadeSecret endingAt(Instant end) {
        return new MadeSecret(
                platform,
                secret,
                madeAt,
                Optional.of(endsAt.filter(end::isAfter).orElse(end)));
    }

    /** Records print all they hold, and this must stand in no log. */
    @Override
    public String toString() {
        return "MadeSecret[" + id() + "]";
    }
}
