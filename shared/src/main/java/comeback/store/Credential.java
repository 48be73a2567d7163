package comeback.store;

import java.time.Instant;
import java.util.Optional;

/** By what somebody is known to speak for a store: a key, or the secret that documents are signed with. */
public sealed interface Credential permits HeldKey, MadeSecret {
    /** Names it without telling it. */
    String id();

    /** From then on it counts no more; absent for one that has no end. */
    Optional<Instant> endsAt();

    default boolean isOver(Instant now) {
        return endsAt().filter(end -> !end.isAfter(now)).isPresent();
    }
}
