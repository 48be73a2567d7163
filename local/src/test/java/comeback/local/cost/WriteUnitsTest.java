package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WriteUnitsTest {
    private static final Map<String, AttributeValue> NOTHING = Map.of();

    @Test
    void an_item_alone_costs_a_unit_for_each_kilobyte_that_was_or_is_there() {
        assertThat(WriteUnits.alone(NOTHING, item(10))).isEqualTo(1);
        assertThat(WriteUnits.alone(item(1_100), item(10))).isEqualTo(2);
        assertThat(WriteUnits.alone(item(10), item(2_100))).isEqualTo(3);
    }

    @Test
    void a_transaction_doubles_the_item_and_nothing_of_the_index() {
        assertThat(WriteUnits.inTransaction(NOTHING, item(10))).isEqualTo(2);
        assertThat(WriteUnits.inTransaction(NOTHING, item(1_100))).isEqualTo(4);
        assertThat(WriteUnits.inTransaction(NOTHING, waiting(5))).isEqualTo(3);
    }

    @Test
    void an_entry_of_the_index_is_put_and_taken_away_and_costs_nothing_while_it_stays() {
        assertThat(WriteUnits.alone(NOTHING, waiting(5))).isEqualTo(2);
        assertThat(WriteUnits.alone(waiting(5), waiting(5))).isEqualTo(1);
        assertThat(WriteUnits.alone(waiting(5), waiting(6))).isEqualTo(3);
        assertThat(WriteUnits.alone(waiting(5), item(10))).isEqualTo(2);
    }

    private static Map<String, AttributeValue> item(int bytes) {
        return Map.of("body", AttributeValue.fromS("x".repeat(bytes)));
    }

    private static Map<String, AttributeValue> waiting(long at) {
        return Map.of("duePartition", AttributeValue.fromS("D#1"), "dueAt", AttributeValue.fromN(Long.toString(at)));
    }
}
