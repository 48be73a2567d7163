package comeback.commit;

import comeback.catalogue.Product;
import comeback.store.StoreId;

/** Hears of every report about goods that was kept. */
public interface StockWatch {
    /** Told again when the report comes again: we may have fallen before. */
    void told(StoreId store, Product product);
}
