package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.TestStores;
import comeback.commit.StoreRegister.Outcome;
import comeback.store.AccessKey;
import comeback.store.HeldKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import comeback.store.MadeSecret;
import comeback.store.Platform;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.store.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link StoreRegister} does, and what {@link Stores} then knows. */
public abstract class StoreRegisterContract {
    private static final StoreId ID = new StoreId("pine");
    private static final Store PINE = TestStores.at("pine", "https://pine.example");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    protected abstract StoreRegister register();

    /** The same table, as functions see it. */
    protected abstract Stores stores();

    private static HeldKey made(String key, KeyClass keyClass, Optional<Instant> end) {
        return new HeldKey.Made(KeyHash.of(key), keyClass, NOON, end);
    }

    private Registered entered() {
        assertThat(register().register(Registered.fresh(PINE))).isEqualTo(new Outcome.Saved(List.of()));
        return register().registered(ID).orElseThrow();
    }

    @Test
    void a_store_that_is_entered_is_there_with_the_hashes_of_its_keys_only() {
        Registered entered = entered();

        assertThat(entered.store()).isEqualTo(PINE.withKeys(List.of()));
        assertThat(entered.keys())
                .containsExactlyInAnyOrder(
                        new HeldKey.OfSettings(KeyHash.of("pk_pine"), KeyClass.PUBLIC),
                        new HeldKey.OfSettings(KeyHash.of("sk_pine"), KeyClass.SECRET));
        assertThat(entered.version()).isEqualTo(1);
        assertThat(register().registered(new StoreId("other"))).isEmpty();
    }

    @Test
    void all_stores_are_listed_by_their_ids_a_page_at_a_time() {
        for (String id : List.of("pine", "fern", "oak")) {
            register().register(Registered.fresh(TestStores.at(id, "https://" + id + ".example")));
        }
        register().register(register().registered(ID).orElseThrow());

        assertThat(register().stores(Optional.empty(), 10)).contains(ID);
        List<StoreId> first = register().stores(Optional.of(new StoreId("e")), 2);
        assertThat(first).extracting(StoreId::value).containsExactly("fern", "oak");
        assertThat(register().stores(Optional.of(first.getLast()), 2)).containsExactly(ID);
        assertThat(register().stores(Optional.of(ID), 2)).isEmpty();
    }

    @Test
    void a_key_that_was_made_works_until_its_end_and_the_end_is_told() {
        Registered entered = entered();
        HeldKey key = made("sk_made", KeyClass.SECRET, Optional.of(NOON.plusSeconds(60)));
        List<HeldKey> keys = new ArrayList<>(entered.keys());
        keys.add(key);

        assertThat(register().register(entered.withKeys(keys))).isInstanceOf(Outcome.Saved.class);

        assertThat(stores().holding("sk_made")).contains(new KeyHolder(entered.store(), KeyClass.SECRET, key.endsAt()));
        assertThat(register().registered(ID).orElseThrow().keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void a_key_that_was_taken_away_opens_nothing() {
        Registered entered = entered();

        register().register(entered.withKeys(entered.keys().subList(0, 1)));

        assertThat(stores().holding("pk_pine")).isPresent();
        assertThat(stores().holding("sk_pine")).isEmpty();
    }

    @Test
    void of_two_who_saw_the_same_store_one_writes() {
        Registered entered = entered();

        assertThat(register().register(entered.withKeys(List.of()))).isInstanceOf(Outcome.Saved.class);
        assertThat(register().register(entered)).isEqualTo(new Outcome.Stale());
        assertThat(register().register(Registered.fresh(PINE))).isEqualTo(new Outcome.Stale());
        assertThat(stores().holding("sk_pine")).isEmpty();
    }

    @Test
    void another_stores_key_cannot_be_taken_and_nothing_of_the_thief_is_kept() {
        entered();
        Store thief = TestStores.at("thief", "https://thief.example")
                .withKeys(List.of(new AccessKey("sk_pine", KeyClass.SECRET)));

        assertThat(register().register(Registered.fresh(thief))).isEqualTo(new Outcome.KeyTaken());

        assertThat(stores().holding("sk_pine").map(holder -> holder.store().id()))
                .contains(ID);
        assertThat(register().registered(thief.id())).isEmpty();
        assertThatThrownBy(() -> stores().save(thief)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_stores_domain_stays_its_own_and_that_is_told() {
        entered();
        Store other = TestStores.at("other", "https://www.pine.example");

        assertThat(register().register(Registered.fresh(other))).isEqualTo(new Outcome.Saved(List.of("pine.example")));
        assertThat(stores().atDomain("pine.example").map(Store::id)).contains(ID);
    }

    @Test
    void a_webhook_secret_that_was_made_is_known_until_its_end() {
        Registered entered = entered();
        MadeSecret secret = new MadeSecret(Platform.SHOPIFY, "whsec", NOON, Optional.of(NOON.plusSeconds(60)));
        Webhooks inSettings = new Webhooks(List.of(), Map.of(Platform.SHOPIFY, List.of("one")));

        register().register(entered.with(entered.store().with(inSettings)).withSecrets(List.of(secret)));

        Webhooks found = stores().find(ID).orElseThrow().webhooks();
        assertThat(found.secretsOf(Platform.SHOPIFY, NOON)).containsExactly("one", "whsec");
        assertThat(found.secretsOf(Platform.WOOCOMMERCE, NOON)).isEmpty();
        assertThat(found.secretsOf(Platform.SHOPIFY, NOON.plusSeconds(60))).containsExactly("one");
    }

    @Test
    void what_was_made_stays_when_the_settings_are_written_anew() {
        Registered entered = entered();
        MadeSecret secret = new MadeSecret(Platform.SALEOR, "whsec", NOON, Optional.empty());
        register()
                .register(entered.withSecrets(List.of(secret))
                        .withKeys(List.of(made("sk_made", KeyClass.SECRET, Optional.empty()))));

        stores().save(PINE);

        assertThat(stores().holding("sk_made")).isPresent();
        assertThat(stores().holding("sk_pine")).isPresent();
        assertThat(stores().find(ID).orElseThrow().webhooks().made()).containsExactly(secret);
    }
}
