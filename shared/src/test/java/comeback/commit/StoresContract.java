package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.store.AccessKey;
import comeback.store.KeyClass;
import comeback.store.LinkSecrets;
import comeback.store.Platform;
import comeback.store.Stopped;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.store.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void what_formerly_signed_its_links_is_kept_with_a_store() {
        Stores stores = table().stores();
        Store replaced = TestStores.demo()
                .with(TestStores.demo()
                        .links()
                        .replaced("another-link-secret-of-more-than-32-characters", Samples.NOW, LinkSecrets.KEEP));

        stores.save(replaced);

        assertThat(stores.find(replaced.id()).orElseThrow().links()).isEqualTo(replaced.links());
    }

    @Test
    void what_did_harm_stays_stopped_whatever_settings_are_handed_in() {
        Stores stores = table().stores();
        stores.save(TestStores.demo());
        var register = (StoreRegister) stores;
        Registered seen = register.registered(new StoreId("demo")).orElseThrow();
        Stopped stopped = new Stopped("welcome", "hello", "picture", Samples.NOW, Stopped.Why.FEWER_ORDERS);
        register.register(new Registered(seen.store().withStopped(List.of(stopped)), seen.keys(), seen.version()));

        stores.save(TestStores.demo());

        Store demo = stores.find(new StoreId("demo")).orElseThrow();
        assertThat(demo.stopped()).containsExactly(stopped);
        assertThat(demo.hasStopped("welcome", "hello", "picture")).isTrue();
        assertThat(demo.hasStopped("welcome", "hello", "plain")).isFalse();
        assertThat(stores.holding("sk_demo")).isPresent();
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

    private static Webhooks webhooks(String... domains) {
        return new Webhooks(List.of(domains), Map.of(Platform.SHOPIFY, List.of("one", "two")));
    }

    @Test
    void a_shop_is_found_by_its_domain_and_by_its_front_page() {
        Stores stores = table().stores();
        Store demo = TestStores.demo().with(webhooks("pine.myshopify.com"));
        stores.save(demo);

        assertThat(stores.atDomain("pine.myshopify.com")).contains(demo.withKeys(List.of()));
        assertThat(stores.atDomain("alderandpine.example")).contains(demo.withKeys(List.of()));
        assertThat(stores.atDomain("elsewhere.myshopify.com")).isEmpty();
    }

    @Test
    void a_domain_that_a_store_gave_up_is_nobodys_and_one_that_it_has_no_other_can_take() {
        Stores stores = table().stores();
        stores.save(TestStores.demo().with(webhooks("pine.myshopify.com", "old.myshopify.com")));
        stores.save(TestStores.demo().with(webhooks("pine.myshopify.com")));
        stores.save(
                TestStores.named("thief", TestStores.DAY_AND_NIGHT, Set.of()).with(webhooks("pine.myshopify.com")));

        assertThat(stores.atDomain("old.myshopify.com")).isEmpty();
        assertThat(stores.atDomain("pine.myshopify.com").map(Store::id)).contains(new StoreId("demo"));
    }

    @Test
    void the_only_store_that_names_no_domain_is_found_under_every_one() {
        Stores stores = table().stores();
        stores.save(TestStores.demo().with(webhooks()));
        assertThat(stores.atDomain("anything.myshopify.com")).isPresent();

        stores.save(TestStores.demo().with(webhooks("pine.myshopify.com")));
        assertThat(stores.atDomain("anything.myshopify.com")).isEmpty();
    }

    @Test
    void a_store_that_is_saved_again_is_as_it_was_saved_last() {
        Stores stores = table().stores();
        stores.save(TestStores.demo());
        Store elsewhere = TestStores.demo().with(webhooks("pine.myshopify.com"));

        stores.save(elsewhere);
        stores.save(elsewhere);

        assertThat(stores.find(elsewhere.id())).contains(elsewhere.withKeys(List.of()));
    }
}
