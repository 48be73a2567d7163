package comeback.simulation.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Table table =
            new Table("t", "pk", "sk", "due", "duePartition", "dueAt", () -> now, (before, after) -> {});

    private static Map<String, Object> text(String value) {
        return Map.of("S", value);
    }

    private static Map<String, Object> put(String pk, String value) {
        return Map.of("TableName", "t", "Item", Map.of("pk", text(pk), "sk", text("X"), "body", text(value)));
    }

    private Answer transact(String token, String pk) {
        return table.call(
                "TransactWriteItems",
                Map.of("ClientRequestToken", token, "TransactItems", List.of(Map.of("Put", put(pk, "a")))));
    }

    @Test
    void an_item_of_400_kilobytes_is_taken_and_one_byte_more_is_not() {
        int rest = "pk1skXbody".length();

        assertThat(table.call("PutItem", put("1", "a".repeat(400 * 1024 - rest)))
                        .status())
                .isEqualTo(200);
        Answer tooLarge = table.call("PutItem", put("2", "a".repeat(400 * 1024 - rest + 1)));

        assertThat(tooLarge.status()).isEqualTo(400);
        assertThat(tooLarge.body()).containsEntry("message", "Item size has exceeded the maximum allowed size");
    }

    @Test
    void a_transaction_that_comes_again_under_its_token_within_ten_minutes_is_the_same_one() {
        assertThat(transact("token", "1").status()).isEqualTo(200);
        assertThat(transact("token", "1").status()).isEqualTo(200);
        assertThat(transact("token", "2").body().get("__type"))
                .asString()
                .endsWith("IdempotentParameterMismatchException");

        now = now.plus(Duration.ofMinutes(11));

        assertThat(transact("token", "2").status()).isEqualTo(200);
    }

    @Test
    void a_hundred_writes_are_a_transaction_and_one_more_is_not() {
        assertThat(many(100).status()).isEqualTo(200);
        assertThat(many(101).status()).isEqualTo(400);
    }

    private Answer many(int count) {
        List<Map<String, Object>> puts = IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(i -> Map.of("Put", put("p" + i, "a")))
                .toList();
        return table.call("TransactWriteItems", Map.of("TransactItems", puts));
    }

    @Test
    void one_item_twice_in_a_transaction_is_refused() {
        Answer answer = table.call(
                "TransactWriteItems",
                Map.of("TransactItems", List.of(Map.of("Put", put("1", "a")), Map.of("Put", put("1", "b")))));

        assertThat(answer.body())
                .containsEntry("message", "Transaction request cannot include multiple operations on one item");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#a <> :v",
                "#a = :v OR",
                "#a IN (:v)",
                "attribute_type(#a, :v)",
                "status = :v",
                "#a = :v :v",
                "%"
            })
    void an_expression_that_nobody_uses_is_not_guessed_at(String expression) {
        assertThatThrownBy(() -> conditional(expression, Map.of("#a", "a"), Map.of(":v", text("1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not know");
    }

    @Test
    void a_name_or_a_value_that_is_not_used_or_not_given_is_refused() {
        assertThat(conditional("#a = :v", Map.of("#a", "a", "#b", "b"), Map.of(":v", text("1")))
                        .body())
                .containsEntry(
                        "message", "Value provided in ExpressionAttributeNames unused in expressions: keys: [#b]");
        assertThat(conditional("#a = :w", Map.of("#a", "a"), Map.of(":v", text("1")))
                        .status())
                .isEqualTo(400);
        assertThat(conditional("attribute_exists(#a)", Map.of("#a", "a"), Map.of())
                        .status())
                .isEqualTo(400);
    }

    private Answer conditional(String expression, Map<String, Object> names, Map<String, Object> values) {
        return table.call(
                "PutItem",
                Map.of(
                        "TableName", "t",
                        "Item", Map.of("pk", text("1"), "sk", text("X")),
                        "ConditionExpression", expression,
                        "ExpressionAttributeNames", names,
                        "ExpressionAttributeValues", values));
    }

    @Test
    void a_call_that_nobody_makes_is_not_guessed_at() {
        assertThatThrownBy(() -> table.call("Scan", Map.of("TableName", "t")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> table.call(
                        "GetItem",
                        Map.of(
                                "TableName", "t",
                                "Key", Map.of("pk", text("1"), "sk", text("X")),
                                "ProjectionExpression", "pk")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_page_ends_at_one_megabyte_and_says_where_the_next_begins() {
        for (int i = 0; i < 4; i++) {
            table.call(
                    "PutItem",
                    Map.of(
                            "TableName",
                            "t",
                            "Item",
                            Map.of("pk", text("1"), "sk", text("L" + i), "body", text("a".repeat(390 * 1024)))));
        }
        Map<String, Object> query = Map.of(
                "TableName",
                "t",
                "KeyConditionExpression",
                "#pk = :one",
                "ExpressionAttributeNames",
                Map.of("#pk", "pk"),
                "ExpressionAttributeValues",
                Map.of(":one", text("1")));

        Map<String, Object> first = table.call("Query", query).body();

        assertThat(first).containsEntry("Count", 3);
        assertThat(first.get("LastEvaluatedKey")).isEqualTo(Map.of("pk", text("1"), "sk", text("L2")));
        var again = new HashMap<>(query);
        again.put("ExclusiveStartKey", first.get("LastEvaluatedKey"));
        assertThat(table.call("Query", again).body()).containsEntry("Count", 1).doesNotContainKey("LastEvaluatedKey");
    }
}
