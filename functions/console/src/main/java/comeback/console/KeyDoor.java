package comeback.console;

import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.console.pages.Door;
import comeback.http.Credentials;
import comeback.http.Request;
import comeback.store.AdminKey;
import comeback.store.KeyClass;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.Optional;

/**
 * Lets whoever has a store's secret key see its pages, and the holder of the admin key those of the store they name. A browser
 * asks for the key and keeps it until it is closed; no other site's page can read what it is shown.
 */
public final class KeyDoor implements Door {
    private static final int KEY_MAX = 200;

    private final AdminKey admin;
    private final Stores stores;

    public KeyDoor(AdminKey admin, Stores stores) {
        this.admin = admin;
        this.stores = stores;
    }

    @Override
    public Entry open(Request request) {
        return store(request)
                .<Entry>map(store -> new Entry.Shown(store, Optional.empty()))
                .orElseGet(Entry.NeedsKey::new);
    }

    private Optional<Store> store(Request request) {
        Optional<String> key = Credentials.basicUser(request)
                .or(() -> Credentials.bearer(request))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= KEY_MAX);
        if (key.filter(admin::isOpenedBy).isPresent()) {
            return request.queryParameter("store").flatMap(this::named);
        }
        return key.flatMap(stores::holding)
                .filter(holder -> holder.keyClass() == KeyClass.SECRET)
                .map(KeyHolder::store);
    }

    private Optional<Store> named(String id) {
        try {
            return stores.find(new StoreId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
