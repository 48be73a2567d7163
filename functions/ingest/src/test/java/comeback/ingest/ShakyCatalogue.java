package comeback.ingest;

import comeback.catalogue.Product;
import comeback.commit.Catalogue;
import comeback.commit.InMemoryCatalogue;
import comeback.store.StoreId;
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
}
