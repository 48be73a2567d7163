package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.store.AccessKey;
import comeback.store.KeyClass;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Stores} does. */
public abstract class StoresContract {
    protected abstract TablePorts table();

    private static Store withKeys(AccessKey... keys) {
        Store demo = TestStores.demo();
        return new Store(
                demo.id(),
                demo.brand(),
                demo.sender(),
                demo.locale(),
                demo.locales(),
                demo.zone(),
                List.of(keys),
                demo.linkSecret(),
                demo.flowsOff(),
                demo.policy());
    }

    @Test
    void a_store_is_found_by_its_id_and_its_keys() {
        Stores stores = table().stores();
        stores.save(TestStores.demo());

        assertThat(stores.find(new StoreId("demo"))).contains(withKeys());
        assertThat(stores.holding("sk_demo")).contains(new KeyHolder(withKeys(), KeyClass.SECRET));
        assertThat(stores.holding("pk_demo")).contains(new KeyHolder(withKeys(), KeyClass.PUBLIC));
    }

    @Test
    void a_key_that_nobody_has_opens_nothing() {
        Stores stores = table().stores();
        stores.save(TestStores.demo());

        assertThat(stores.holding("sk_Demo")).isEmpty();
        assertThat(stores.find(new StoreId("other"))).isEmpty();
    }

    @Test
    void a_key_that_a_store_gave_up_stops_working_and_the_new_one_works() {
        Stores stores = table().stores();
        stores.save(TestStores.demo());

        stores.save(withKeys(new AccessKey("sk_new", KeyClass.SECRET)));

        assertThat(stores.holding("sk_demo")).isEmpty();
        assertThat(stores.holding("pk_demo")).isEmpty();
        assertThat(stores.holding("sk_new")).isPresent();
    }
}
