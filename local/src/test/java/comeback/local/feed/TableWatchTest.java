package comeback.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** What a person reads of what was written into the table. */
final class TableWatchTest {
    private final Feed feed = new Feed(InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));
    private final TableWatch watch = new TableWatch(feed);

    @Test
    void a_cause_is_told_before_the_message_that_was_born_of_it() {
        watch.accept(List.of(
                written(message("DUE"), Map.of()),
                written(log("Order Completed"), Map.of()),
                written(message("CLAIMED"), message("DUE")),
                written(message("ACCEPTED"), message("CLAIMED"))));
        assertThat(feed.since(0))
                .extracting(FeedEntry::title)
                .containsExactly("Order Completed", "cart / need-help", "cart / need-help", "cart / need-help");
        assertThat(feed.since(0).getFirst().asJson().toString())
                .contains("kind=event", "store=demo, customer=ada", "messages=[m1]", "messageId=m1")
                .contains("verdict=STARTED", "text=something was left");
        assertThat(feed.since(1)).extracting(FeedEntry::detail).containsExactly("DUE", "CLAIMED", "ACCEPTED");
    }

    @Test
    void an_alarm_is_a_decision_of_our_own() {
        watch.accept(List.of(written(log("Alarm"), Map.of())));
        assertThat(feed.since(0)).extracting(FeedEntry::kind).containsExactly(FeedEntry.Kind.DECISION);
    }

    @Test
    void a_message_that_is_not_sent_says_why() {
        var skipped = new HashMap<>(message("SKIPPED"));
        skipped.put("stateBody", AttributeValue.fromS("{\"reason\":\"the cart was bought\"}"));
        watch.accept(List.of(written(skipped, message("DUE"))));
        assertThat(feed.since(0).getFirst().reasons())
                .containsExactly(new FeedReason("cart", "SKIPPED", "the cart was bought", ""));
    }

    @Test
    void a_message_that_keeps_its_state_and_what_nobody_knows_are_left_out() {
        watch.accept(List.of(
                written(message("DUE"), message("DUE")),
                written(Map.of("pk", AttributeValue.fromS("S#demo"), "sk", AttributeValue.fromS("STORE")), Map.of()),
                written(Map.of(), message("ACCEPTED"))));
        assertThat(feed.since(0)).isEmpty();
    }

    @Test
    void the_oldest_entries_go_when_there_are_too_many() {
        for (int i = 0; i < Feed.ENTRIES_MAX + 5; i++) {
            feed.clock("turned", "");
        }
        assertThat(feed.since(0)).hasSize(Feed.ENTRIES_MAX);
        assertThat(feed.since(0).getFirst().seq()).isEqualTo(6);
    }

    private static Map<String, AttributeValue> message(String state) {
        return Map.of(
                "pk", AttributeValue.fromS("S#demo#M#m1"),
                "sk", AttributeValue.fromS("MESSAGE"),
                "state", AttributeValue.fromS(state),
                "body", AttributeValue.fromS("{\"flow\":\"cart\",\"name\":\"need-help\",\"customer\":\"ada\"}"));
    }

    private static Map<String, AttributeValue> log(String name) {
        return Map.of(
                "pk", AttributeValue.fromS("S#demo#C#ada"),
                "sk", AttributeValue.fromS("LOG#2026-03-02T09:00:00Z#m1"),
                "body",
                        AttributeValue.fromS(
                                "{\"name\":\"" + name + "\",\"source\":\"Segment\",\"messages\":[\"m1\"],"
                                        + "\"reasons\":[{\"flow\":\"cart\",\"verdict\":\"STARTED\",\"text\":\"something was left\"}]}"));
    }

    private static Record written(Map<String, AttributeValue> image, Map<String, AttributeValue> before) {
        return Record.builder()
                .dynamodb(change -> change.newImage(image).oldImage(before))
                .build();
    }
}
