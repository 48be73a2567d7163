package comeback.console.pages;

import comeback.console.Visitor;
import comeback.http.Request;
import comeback.store.Store;
import java.util.Optional;

/** Who may look at which store's pages. */
public interface Door {
    Entry open(Request request);

    /** What becomes of somebody at the door. */
    sealed interface Entry {
        /**
         * They see a store.
         *
         * @param visitor if they came by signing in
         */
        record Shown(Store store, Optional<Visitor> visitor) implements Entry {}

        /** They may see every store, and have to say which. */
        record Chooses(Visitor visitor) implements Entry {}

        /** They may sign in. */
        record Unknown() implements Entry {}

        /** A browser is to ask them for a key. */
        record NeedsKey() implements Entry {}
    }
}
