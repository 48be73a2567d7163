package comeback.ingest;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.commit.Catalogue;
import comeback.commit.InMemoryCatalogue;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Products in memory, in a table that can be told to fail. */
final class ShakyCatalogue implements Catalogue {
    private final Catalogue products = new InMemoryCatalogue();
    private int failuresLeft;

    void failNext(int times) {
        failuresLeft = times;
    }

    @Override
    public Map<String, Product> find(StoreId store, Set<String> ids) {
        if (failuresLeft > 0) {
            failuresLeft--;
            throw new IllegalStateException("the table does not answer");
        }
        return products.find(store, ids);
    }

    @Override
    public Map<String, String> productsNamed(StoreId store, Set<String> names) {
        return products.productsNamed(store, names);
    }

    @Override
    public boolean save(StoreId store, Product next, Set<String> newNames) {
        return products.save(store, next, newNames);
    }

    @Override
    public Instant openedAt(StoreId store, Instant now) {
        return products.openedAt(store, now);
    }

    @Override
    public void came(StoreId store, Newcomer newcomer) {
        products.came(store, newcomer);
    }

    @Override
    public List<Newcomer> newcomers(StoreId store, Instant from, Instant until, int most) {
        return products.newcomers(store, from, until, most);
    }
}
