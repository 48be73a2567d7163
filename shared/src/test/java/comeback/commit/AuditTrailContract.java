package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.commit.StoreRegister.Outcome;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AuditTrail} does. */
public abstract class AuditTrailContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final StoreId PINE = new StoreId("pine");
    private static final Store STORE = TestStores.at("pine", "https://pine.example");

    /** Where what is noted is done. */
    protected abstract StoreRegister register();

    protected abstract AuditTrail audit();

    private static AuditEntry entry(Instant at, String id) {
        return new AuditEntry(
                at,
                id,
                Optional.of(PINE),
                "admin key 3f9c02d1a7be",
                AuditEntry.What.CHANGED,
                List.of("policy.caps.day", "locale"));
    }

    private void change(AuditEntry entry) {
        Registered next = register().registered(PINE).orElseGet(() -> Registered.fresh(STORE));
        assertThat(register().register(next, Optional.of(entry))).isInstanceOf(Outcome.Saved.class);
    }

    private List<AuditEntry> all(Optional<StoreId> store) {
        return audit().page(store, Optional.empty(), AuditTrail.PAGE_MAX).entries();
    }

    @Test
    void an_entry_comes_back_as_it_was_written_newest_first() {
        AuditEntry first = entry(NOON, "v1");
        // Times of different lengths sort as times and not as texts.
        AuditEntry second = entry(NOON.plusMillis(500), "v2");
        change(first);
        change(second);

        assertThat(all(Optional.of(PINE))).containsExactly(second, first);
    }

    @Test
    void another_store_and_the_deployment_have_their_own() {
        change(entry(NOON, "v1"));

        assertThat(all(Optional.of(new StoreId("pine-2")))).isEmpty();
        assertThat(all(Optional.empty())).isEmpty();
    }

    @Test
    void what_was_not_done_is_not_noted() {
        Registered seen = Registered.fresh(STORE);
        change(entry(NOON, "v1"));

        assertThat(register().register(seen, Optional.of(entry(NOON, "too-late"))))
                .isEqualTo(new Outcome.Stale());

        assertThat(all(Optional.of(PINE))).extracting(AuditEntry::id).containsExactly("v1");
    }

    @Test
    void pages_follow_one_another_and_each_entry_comes_once() {
        for (int i = 0; i < 5; i++) {
            change(entry(NOON.plusSeconds(i), "v" + i));
        }
        List<String> read = new ArrayList<>();
        Optional<Timelines.Place> next = Optional.empty();
        do {
            AuditTrail.Page page = audit().page(Optional.of(PINE), next, 2);
            page.entries().forEach(entry -> read.add(entry.id()));
            next = page.next();
        } while (next.isPresent());

        assertThat(read).containsExactly("v4", "v3", "v2", "v1", "v0");
    }
}
