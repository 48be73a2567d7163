package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.store.LinkSecrets;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachedStoresTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Store BEFORE = TestStores.demo().withKeys(List.of());
    private static final Store AFTER = BEFORE.with(new LinkSecrets("another-link-secret-of-more-than-32-characters"));

    private final InMemoryTable table = new InMemoryTable();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final CachedStores cached = new CachedStores(table.ports().stores(), clock::get);

    @Test
    void settings_are_read_once_a_minute() {
        table.ports().stores().save(BEFORE);
        assertThat(cached.find(BEFORE.id())).contains(BEFORE);
        table.ports().stores().save(AFTER);

        clock.set(NOW.plus(Duration.ofSeconds(59)));
        assertThat(cached.find(BEFORE.id())).contains(BEFORE);
        clock.set(NOW.plus(Duration.ofSeconds(60)));
        assertThat(cached.find(BEFORE.id())).contains(AFTER);
    }

    @Test
    void a_clock_that_was_set_back_keeps_no_old_settings_alive() {
        table.ports().stores().save(BEFORE);
        assertThat(cached.find(BEFORE.id())).contains(BEFORE);
        table.ports().stores().save(AFTER);

        clock.set(NOW.minus(Duration.ofDays(9)));
        assertThat(cached.find(BEFORE.id())).contains(AFTER);
    }
}
