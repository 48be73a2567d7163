package comeback.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.event.Event;
import comeback.store.KeyClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anyone has the key that stands in a browser; with it nobody can have a letter lead away from the shop. */
class PublicKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alderandpine.example/mug",
                "https://www.alderandpine.example/mug",
                "https://SHOP.alderandpine.example:8443/mug?x=1",
                "/mug",
                "mug",
            })
    void links_to_the_shops_own_hosts_are_kept(String url) {
        assertThat(added(KeyClass.PUBLIC, url).line().url()).isPresent();
        assertThat(added(KeyClass.PUBLIC, url).cart().url()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/mug",
                "//evil.example/mug",
                "https://evilalderandpine.example/mug",
                "https://alderandpine.example.evil.example/",
                "https://alderandpine.example@evil.example/",
            })
    void links_to_anywhere_else_are_dropped_with_a_public_key_only(String url) {
        assertThat(added(KeyClass.PUBLIC, url).line().url()).isEmpty();
        assertThat(added(KeyClass.PUBLIC, url).cart().url()).isEmpty();
    }

    @Test
    void with_the_secret_key_links_may_lead_to_other_hosts() {
        assertThat(added(KeyClass.SECRET, "https://checkout.example/mug").line().url())
                .contains("https://checkout.example/mug");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "https://user:word@alderandpine.example/",
                "https://alderandpine.example\\\\@evil.example/",
                "https:///mug",
                "ftp://alderandpine.example/",
                "https://alderandpine.example/\\r\\nX: y",
            })
    void what_is_no_plain_web_link_is_dropped_whatever_the_key(String url) {
        assertThat(added(KeyClass.SECRET, url).line().url()).isEmpty();
        assertThat(added(KeyClass.PUBLIC, url).line().url()).isEmpty();
    }

    @Test
    void pictures_may_lie_on_any_host() {
        var event = Messages.track(
                KeyClass.PUBLIC,
                "Product Added",
                "{\"product_id\":\"m\",\"image_url\":\"https://cdn.example/mug.jpg\"}");

        assertThat(((Event.ProductAdded) event.event()).line().imageUrl()).contains("https://cdn.example/mug.jpg");
    }

    @Test
    void an_orders_links_are_checked_too_and_its_event_says_that_the_key_was_public() {
        String properties =
                "{\"order_id\":\"1\",\"order_url\":\"https://evil.example/\",\"tracking_url\":\"https://evil.example/\"}";
        var completed = Messages.track(KeyClass.PUBLIC, "Order Completed", properties);
        var shipped = Messages.track(KeyClass.PUBLIC, "Order Shipped", properties);

        assertThat(completed.keyClass()).isEqualTo(KeyClass.PUBLIC);
        assertThat(((Event.OrderCompleted) completed.event()).order().url()).isEmpty();
        assertThat(((Event.OrderShipped) shipped.event()).shipment().trackingUrl())
                .isEmpty();
    }

    private static Event.ProductAdded added(KeyClass keyClass, String url) {
        String properties = "{\"product_id\":\"m\",\"url\":\"%s\",\"cart_url\":\"%s\"}".formatted(url, url);
        return (Event.ProductAdded)
                Messages.track(keyClass, "Product Added", properties).event();
    }
}
