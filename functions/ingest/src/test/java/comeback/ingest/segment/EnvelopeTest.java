package comeback.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.event.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When it happened, by our clock, and which report it is. */
class EnvelopeTest {
    @ParameterizedTest
    @CsvSource({
        // The clocks agree.
        "2026-03-02T08:59:00Z, 2026-03-02T09:00:00Z, 2026-03-02T08:59:00Z",
        // The sender's is a quarter of an hour fast, half an hour slow, and has never been set.
        "2026-03-02T09:14:00Z, 2026-03-02T09:15:00Z, 2026-03-02T08:59:00Z",
        "2026-03-02T08:29:00Z, 2026-03-02T08:30:00Z, 2026-03-02T08:59:00Z",
        "1970-01-01T00:01:00Z, 1970-01-01T00:02:00Z, 2026-03-02T08:59:00Z",
        // Three days in a queue by its own account.
        "2026-02-27T09:00:00Z, 2026-03-02T09:00:00Z, 2026-02-27T09:00:00Z",
        // Sent before it happened: someone's mistake, so it happened now.
        "2026-03-02T09:10:00Z, 2026-03-02T09:00:00Z, 2026-03-02T09:00:00Z",
        // The way here took half a minute, or the clock is a little fast: nothing to correct.
        "2026-03-02T08:59:20.500Z, 2026-03-02T08:59:30Z, 2026-03-02T08:59:20.500Z",
        "2026-03-02T08:59:20.500Z, 2026-03-02T09:00:03Z, 2026-03-02T08:59:20.500Z",
        // With an offset.
        "2026-03-02T17:59:00+09:00, 2026-03-02T12:00:00+03:00, 2026-03-02T08:59:00Z",
    })
    void the_senders_clock_is_corrected(String happened, String sent, Instant byOurClock) {
        assertThat(page("\"timestamp\":\"" + happened + "\",\"sentAt\":\"" + sent + "\"")
                        .occurredAt())
                .isEqualTo(byOurClock);
    }

    @ParameterizedTest
    @ValueSource(longs = {-7200, -61, 0, 61, 7200, 259_200})
    void a_slow_request_does_not_let_a_checkout_overtake_its_order(long clockError) {
        Instant checkedOut = Messages.NOW.minusSeconds(20 + clockError);
        Instant ordered = Messages.NOW.minusSeconds(12 + clockError);
        var checkout = page("\"timestamp\":\"%s\",\"sentAt\":\"%s\"".formatted(checkedOut, checkedOut.plusMillis(5)));
        var order = page("\"timestamp\":\"%s\",\"sentAt\":\"%s\"".formatted(ordered, ordered.plusMillis(5)));

        assertThat(Duration.between(checkout.occurredAt(), order.occurredAt())).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void without_a_time_of_sending_the_time_is_taken_as_told_but_never_later_than_now() {
        assertThat(page("\"timestamp\":\"2026-03-01T09:00:00Z\"").occurredAt())
                .isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(page("\"timestamp\":\"2026-03-05T09:00:00Z\"").occurredAt()).isEqualTo(Messages.NOW);
        assertThat(page("\"name\":\"x\"").occurredAt()).isEqualTo(Messages.NOW);
    }

    @Test
    void rudders_name_for_the_time_counts_too() {
        assertThat(page("\"originalTimestamp\":\"2026-03-02T08:00:00Z\"").occurredAt())
                .isEqualTo(Messages.NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void events_of_one_batch_keep_their_order_whatever_order_they_are_sent_in() {
        var reads = Messages.batch("""
                {"sentAt":"2026-03-02T10:00:00Z","batch":[\
                {"type":"track","userId":"u1","event":"Order Completed","properties":{"order_id":"1"},"timestamp":"2026-03-02T09:59:30Z"},\
                {"type":"track","userId":"u1","event":"Checkout Started","timestamp":"2026-03-02T09:59:00Z"}]}""");

        assertThat(reads)
                .extracting(read -> read.event().occurredAt())
                .containsExactly(Instant.parse("2026-03-02T08:59:30Z"), Instant.parse("2026-03-02T08:59:00Z"));
    }

    @Test
    void a_message_without_an_id_is_once_however_often_it_is_sent() {
        String told = "\"timestamp\":\"2026-03-02T08:00:00Z\",\"name\":\"Mug\"";

        assertThat(page(told).id())
                .isEqualTo(page(told + ",\"sentAt\":\"2026-03-02T09:00:00Z\"").id());
        assertThat(page(told).id())
                .isNotEqualTo(page(told.replace("08:00", "08:01")).id());
        assertThat(page("\"name\":\"Mug\"").id())
                .isEqualTo(page("\"name\":\"Mug\"").id());
        assertThat(page("\"name\":\"Mug\"").id())
                .isNotEqualTo(page("\"name\":\"Cup\"").id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"properties\":{\"backfill\":true}",
                "\"context\":{\"backfill\":\"true\"}",
                "\"historical_import\":true",
            })
    void what_is_imported_is_marked_as_history(String mark) {
        assertThat(page(mark).isHistory()).isTrue();
        assertThat(page(mark.replace("true", "false")).isHistory()).isFalse();
    }

    @Test
    void an_id_is_kept_as_it_is_even_when_it_is_a_large_number() {
        assertThat(page("\"messageId\":820982911946154508").id()).isEqualTo("820982911946154508");
    }

    private static StoreEvent page(String fields) {
        return Messages.one(MessageType.PAGE, "{\"userId\":\"u1\"," + fields + "}");
    }
}
