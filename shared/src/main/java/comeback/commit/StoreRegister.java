package comeback.commit;

import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;

/** Where stores are entered with their settings, keys and secrets, by whoever runs the deployment. */
public interface StoreRegister {
    Optional<Registered> registered(StoreId id);

    /**
     * Some stores of the deployment, by their ids.
     *
     * @param after the last one of the page before; absent for the first page
     * @param limit how many at most
     */
    List<StoreId> stores(Optional<StoreId> after, int limit);

    /**
     * Writes a store if it is still as it was seen, all of it or nothing. Keys and domains that it has no more stop working.
     *
     * @param next what it is to be, with the version that was seen
     * @param entry says who does it; absent for what no person does
     */
    Outcome register(Registered next, Optional<AuditEntry> entry);

    /** Writes a store as nobody's doing: a machine that is started with it, a test. */
    default Outcome register(Registered next) {
        return register(next, Optional.empty());
    }

    /** What became of writing a store. */
    sealed interface Outcome {
        /**
         * It is so now.
         *
         * @param othersDomains which of its domains another store has; who has one keeps it
         */
        record Saved(List<String> othersDomains) implements Outcome {
            public Saved {
                othersDomains = List.copyOf(othersDomains);
            }
        }

        /** Somebody else wrote it meanwhile: look again. */
        record Stale() implements Outcome {}

        /** One of its keys is another store's. */
        record KeyTaken() implements Outcome {}
    }
}
