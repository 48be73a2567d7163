package comeback.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.QuietContext;
import comeback.TestStores;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryTable;
import comeback.commit.Stocktaking;
import comeback.event.StoreEvent;
import comeback.store.Platform;
import comeback.store.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shopify's partner bus, from its event to what is kept. */
class BusHandlerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final InMemoryTable table = new InMemoryTable();
    private final List<StoreEvent> kept = new ArrayList<>();
    private final QuietContext context = new QuietContext();
    private final BusHandler bus = new BusHandler(
            table.ports().stores(),
            (store, event, raw) -> kept.add(event),
            new Stocktaking(new InMemoryCatalogue(), (store, product) -> {}, () -> NOW),
            () -> NOW);

    BusHandlerTest() {
        table.ports()
                .stores()
                .save(TestStores.demo()
                        .with(new Webhooks(
                                List.of("pine.myshopify.com"), Map.of(Platform.SHOPIFY, List.of("secret")))));
    }

    @Test
    void an_order_on_the_bus_is_the_order_of_the_webhook_without_a_signature() {
        assertThat(bus.handleRequest(event("orders/create", "pine.myshopify.com"), context))
                .isEqualTo("kept for demo");
        assertThat(kept.getFirst().event().name()).isEqualTo("Order Completed");
        assertThat(kept.getFirst().source()).isEqualTo("Shopify orders/create");
    }

    @Test
    void a_shop_of_no_store_is_left_alone() {
        assertThat(bus.handleRequest(event("orders/create", "elsewhere.myshopify.com"), context))
                .isEqualTo("the shop of no store");
        assertThat(bus.handleRequest(new ScheduledEvent(), context)).isEqualTo("the shop of no store");
        assertThat(kept).isEmpty();
    }

    @Test
    void what_could_not_be_stored_comes_again() {
        BusHandler broken = new BusHandler(
                table.ports().stores(),
                (store, event, raw) -> {
                    throw new IllegalStateException("the table does not answer");
                },
                new Stocktaking(new InMemoryCatalogue(), (store, product) -> {}, () -> NOW),
                () -> NOW);

        assertThatThrownBy(() -> broken.handleRequest(event("orders/create", "pine.myshopify.com"), context))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_is_named_in_the_log() {
        bus.handleRequest(event("orders/create", "pine.myshopify.com"), context);

        assertThat(context.lines().toString()).doesNotContain("ada@").contains("kept for demo");
    }

    private static ScheduledEvent event(String topic, String shop) {
        var event = new ScheduledEvent();
        event.setSource("aws.partner/shopify.com/1234567/comeback");
        event.setDetailType("shopifyWebhook");
        event.setDetail(Map.of(
                "payload",
                Map.of("id", 820_982_911_946_154_508L, "email", "ada@example.com", "total_price", "42.00"),
                "metadata",
                Map.of("X-Shopify-Topic", topic, "X-Shopify-Shop-Domain", shop, "X-Shopify-Event-Id", "e-1")));
        return event;
    }
}
