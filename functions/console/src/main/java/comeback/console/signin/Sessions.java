package comeback.console.signin;

import comeback.commit.Session;
import comeback.commit.SignIns;
import comeback.commit.Stores;
import comeback.console.Visitor;
import comeback.console.pages.Door;
import comeback.http.Request;
import comeback.link.FormToken;
import comeback.store.KeyHash;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Opens the pages to whoever has signed in. An admin sees the store they name, else the one they signed in at, and is asked
 * when it is neither; staff see a store that has them on its list, and no other.
 */
final class Sessions {
    private final SignIns signIns;
    private final Admins admins;
    private final Stores stores;
    private final InstantSource clock;

    Sessions(SignIns signIns, Admins admins, Stores stores, InstantSource clock) {
        this.signIns = signIns;
        this.admins = admins;
        this.stores = stores;
        this.clock = clock;
    }

    /** Who has signed in, if they have and may still see something. */
    Optional<Visitor> visitor(Request request) {
        return Cookie.key(request)
                .flatMap(key -> signIns.session(KeyHash.of(key))
                        .filter(session -> !session.isOver(clock.instant()))
                        .map(session -> new Visitor(session, FormToken.of(key), admins.has(session.who()))));
    }

    /** What a visitor gets to see. */
    Door.Entry entry(Visitor visitor, Request request) {
        Session session = visitor.session();
        Optional<Store> store = request.queryParameter("store")
                .flatMap(this::named)
                .filter(named -> maySee(visitor, named))
                .or(() -> session.store().flatMap(stores::find).filter(own -> maySee(visitor, own)));
        if (store.isPresent()) {
            return new Door.Entry.Shown(store.get(), Optional.of(visitor));
        }
        return visitor.isAdmin() ? new Door.Entry.Chooses(visitor) : new Door.Entry.Unknown();
    }

    private static boolean maySee(Visitor visitor, Store store) {
        return visitor.isAdmin() || store.isStaff(visitor.session().who());
    }

    private Optional<Store> named(String id) {
        try {
            return stores.find(new StoreId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
