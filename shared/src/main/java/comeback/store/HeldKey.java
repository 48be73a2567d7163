package comeback.store;

import java.time.Instant;
import java.util.Optional;

/** A write key that a store has, as far as it is kept. */
public sealed interface HeldKey extends Credential {
    KeyHash hash();

    KeyClass keyClass();

    @Override
    default String id() {
        return hash().id();
    }

    /** One that stands in the store's settings, and works for as long as it stands there. */
    record OfSettings(KeyHash hash, KeyClass keyClass) implements HeldKey {
        @Override
        public Optional<Instant> endsAt() {
            return Optional.empty();
        }
    }

    /** One that was made here, and shown once. */
    record Made(KeyHash hash, KeyClass keyClass, Instant madeAt, Optional<Instant> endsAt) implements HeldKey {
        /** The same, which ends then, if it does not end earlier anyway. */
        public Made endingAt(Instant end) {
            return new Made(
                    hash,
                    keyClass,
                    madeAt,
                    Optional.of(endsAt.filter(end::isAfter).orElse(end)));
        }
    }
}
