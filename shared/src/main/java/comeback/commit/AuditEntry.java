package comeback.commit;

import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One change that a person made, by themselves or with a key, or that we made for them. It names what was changed and never what to.
 *
 * @param at when
 * @param id tells it from others of that moment
 * @param store whose; absent for what concerns the whole deployment
 * @param who an address that signed in, the id of a key: "admin key 3f9c02d1a7be", or "Comeback"
 * @param what was done
 * @param details which settings, or which key
 */
public record AuditEntry(Instant at, String id, Optional<StoreId> store, String who, What what, List<String> details) {
    public AuditEntry {
        details = List.copyOf(details);
    }

    /** What can be done. */
    public enum What {
        /** Somebody signed in at the console. */
        SIGNED_IN,
        /** Somebody signed out. */
        SIGNED_OUT,
        /** A store was entered. */
        ENTERED,
        /** Settings of a store were changed. */
        CHANGED,
        /** A key or a webhook secret was made. */
        MADE,
        /** A key or a webhook secret got a successor. */
        ROTATED,
        /** A key or a webhook secret was taken back. */
        REVOKED,
        /** Something that a flow tried did harm, and is given to nobody any more. */
        STOPPED
    }

    /** Where it stands in the trail. */
    public Timelines.Place place() {
        return new Timelines.Place(at, id);
    }
}
