package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.local.aws.Aws;
import comeback.local.mail.Mail;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The table, its stream, and what happens when AWS fails on the way to a mail. */
final class StreamTest {
    private SmallWorld world;

    @BeforeEach
    void start() {
        world = new SmallWorld("2026-03-02T09:00:00Z");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void only_messages_that_are_due_reach_the_function_that_sends() {
        world.post("/v1/track", "{\"to\":\"ada@shop.example\"}");
        assertThat(world.shop().batches).singleElement().satisfies(batch -> {
            var record = batch.getRecords().getFirst();
            assertThat(batch.getRecords()).hasSize(1);
            assertThat(record.getEventName()).isEqualTo("INSERT");
            assertThat(record.getEventSourceARN()).contains(":table/comeback/stream/");
            assertThat(String.valueOf(record.getDynamodb().getNewImage().get("state")))
                    .isEqualTo("{S: DUE,}");
            assertThat(record.getDynamodb().getKeys()).containsOnlyKeys("pk", "sk");
        });
    }

    @Test
    void a_message_that_ses_throttled_is_tried_again_after_a_second() {
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"throttle\",\"count\":1}");
        world.post("/v1/track", "{\"to\":\"ada@shop.example\"}");
        assertThat(world.mailbox()).isEmpty();
        assertThat(world.advance(Duration.ofSeconds(1))).extracting(Mail::to).containsExactly("ada@shop.example");
    }

    @Test
    void a_batch_whose_function_threw_is_tried_again_too() {
        world.shop().saysFailuresItself = false;
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"error\",\"count\":2}");
        world.post("/v1/track", "{\"to\":\"ada@shop.example\"}");
        assertThat(world.advance(Duration.ofSeconds(3))).hasSize(1);
        assertThat(world.get("/local/feed").body()).contains("The function send failed");
    }

    @Test
    void a_message_that_always_fails_is_given_up_and_the_next_one_goes() {
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"refuse\",\"count\":5}");
        world.post("/v1/track", "{\"to\":\"ada@shop.example\"}");
        world.post("/v1/track", "{\"to\":\"bob@shop.example\"}");
        assertThat(world.advance(Duration.ofMinutes(1))).extracting(Mail::to).containsExactly("bob@shop.example");
        assertThat(world.get("/local/feed").body()).contains("given up after 5 attempts");
    }

    @Test
    void faults_strike_the_table() {
        fault("{\"service\":\"dynamodb\",\"kind\":\"refuse\",\"operation\":\"PutItem\"}");
        assertThatThrownBy(() -> put("ada@shop.example"))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
        fault("{\"service\":\"dynamodb\",\"kind\":\"throttle\",\"count\":2}");
        put("ada@shop.example");
        fault("{\"service\":\"dynamodb\",\"kind\":\"error\",\"count\":2}");
        put("bob@shop.example");
        world.advance(Duration.ZERO);
        assertThat(world.mailbox()).extracting(Mail::to).containsExactly("ada@shop.example", "bob@shop.example");
        assertThat(world.get("/local/faults").body()).isEqualTo("[]");
    }

    @Test
    void a_write_whose_answer_is_lost_is_written() {
        put("ada@shop.example");
        fault("{\"service\":\"dynamodb\",\"kind\":\"timeout\",\"count\":10}");
        assertThatThrownBy(() -> put("bob@shop.example")).isInstanceOf(SdkClientException.class);
        world.advance(Duration.ZERO);
        assertThat(world.mailbox()).extracting(Mail::to).contains("ada@shop.example");
        world.world().delete("/local/faults");
        world.advance(Duration.ofMinutes(1));
        assertThat(world.mailbox()).extracting(Mail::to).contains("bob@shop.example");
    }

    private void fault(String json) {
        assertThat(world.post("/local/faults", json).statusCode()).isEqualTo(200);
    }

    private void put(String to) {
        world.world()
                .inside()
                .aws()
                .dynamo()
                .putItem(put -> put.tableName(Aws.TABLE).item(SmallShop.message(to, "DUE")));
    }
}
