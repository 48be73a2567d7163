package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.mail.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Turning the clock, and what falls due on the way. */
final class ClockTest {
    private static final String MONDAY = "2026-03-02T09:00:00Z";

    @Test
    void the_clock_says_what_time_it_is() {
        try (var world = new SmallWorld(MONDAY)) {
            assertThat(world.get("/local/clock").body()).isEqualTo("{\"now\":\"2026-03-02T09:00:00Z\"}");
        }
    }

    @Test
    void what_a_request_makes_due_at_once_is_in_the_mailbox_when_it_is_answered() {
        try (var world = new SmallWorld(MONDAY)) {
            world.post("/v1/track", "{\"to\":\"ada@shop.example\"}");
            assertThat(world.mailbox()).extracting(Mail::to).containsExactly("ada@shop.example");
        }
    }

    @Test
    void alarms_ring_in_order_each_at_its_own_minute() {
        try (var world = new SmallWorld(MONDAY)) {
            world.post("/v1/track", "{\"to\":\"late@shop.example\",\"after\":\"PT48H\"}");
            world.post("/v1/track", "{\"to\":\"soon@shop.example\",\"after\":\"PT1H\"}");
            var sent = world.advance(Duration.ofDays(3));
            assertThat(sent).extracting(Mail::to).containsExactly("soon@shop.example", "late@shop.example");
            assertThat(sent)
                    .extracting(Mail::sentAt)
                    .containsExactly(Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-04T09:00:00Z"));
            assertThat(world.now()).isEqualTo(Instant.parse("2026-03-05T09:00:00Z"));
        }
    }

    @Test
    void turning_tells_what_was_sent() {
        try (var world = new SmallWorld(MONDAY)) {
            world.post("/v1/track", "{\"to\":\"ada@shop.example\",\"after\":\"PT1H\"}");
            var answer = world.post("/local/clock/advance", "{\"by\":\"PT1H\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"now\":\"2026-03-02T10:00:00Z\",\"sent\":[{\"id\":\"0100")
                    .contains("\"to\":\"ada@shop.example\",\"subject\":\"Need help?\",\"flow\":\"cart\","
                            + "\"message\":\"need-help\",\"sentAt\":\"2026-03-02T10:00:00Z\"}]}");
        }
    }

    @Test
    void the_sweeper_finds_what_a_lost_schedule_left_within_five_minutes() {
        try (var world = new SmallWorld(MONDAY)) {
            world.shop().setsAlarms = false;
            world.post("/v1/track", "{\"to\":\"ada@shop.example\",\"after\":\"PT61M\"}");
            var sent = world.advance(Duration.ofHours(2));
            assertThat(sent).extracting(Mail::sentAt).containsExactly(Instant.parse("2026-03-02T10:05:00Z"));
            assertThat(world.shop().wakings).containsExactly(Map.of("sweep", "true"));
        }
    }

    @Test
    void a_waking_that_fails_is_tried_again_after_a_minute_and_then_two() {
        try (var world = new SmallWorld(MONDAY)) {
            world.shop().brokenWakings = 2;
            world.post("/v1/track", "{\"to\":\"ada@shop.example\",\"after\":\"PT61M\"}");
            world.advance(Duration.ofMinutes(64));
            assertThat(world.shop().wokenAt)
                    .containsExactly(
                            Instant.parse("2026-03-02T10:01:00Z"),
                            Instant.parse("2026-03-02T10:02:00Z"),
                            Instant.parse("2026-03-02T10:04:00Z"));
            assertThat(world.mailbox()).hasSize(1);
        }
    }

    @Test
    void a_quiet_year_takes_a_moment() {
        try (var world = new SmallWorld(MONDAY)) {
            world.post("/v1/track", "{\"to\":\"ada@shop.example\",\"after\":\"P300D\"}");
            long start = System.nanoTime();
            assertThat(world.advance(Duration.ofDays(365))).hasSize(1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void the_clock_turns_forward_only_and_not_too_far() {
        try (var world = new SmallWorld(MONDAY)) {
            for (var wrong : Map.of(
                            "{\"by\":\"1 hour\"}", "by: \\\"1 hour\\\" is not a duration",
                            "{\"by\":\"-PT1H\"}", "by: the clock turns forward only",
                            "{\"by\":\"P401D\"}", "by: at most 400 days",
                            "{}", "by: is missing",
                            "nonsense", "body: not valid JSON")
                    .entrySet()) {
                var answer = world.post("/local/clock/advance", wrong.getKey());
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains(wrong.getValue());
            }
            assertThat(world.now()).isEqualTo(Instant.parse(MONDAY));
        }
    }
}
