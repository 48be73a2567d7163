package comeback.local.cost;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What AWS bills for writing an item, reckoned from what lay there before and what lies there after.
 *
 * <p>DynamoDB Local says it of single writes, and the reckoning agrees with it there; of transactions it says too little
 * (awslabs/amazon-dynamodb-local-samples, issue 31). AWS doubles the item's own units in them and nothing of the index's.
 */
final class WriteUnits {
    private static final int UNIT_BYTES = 1_024;
    private static final int IN_A_TRANSACTION = 2;

    /** Each element of a list or a map, and the collection itself. */
    private static final int ELEMENT_BYTES = 1;

    private static final int COLLECTION_BYTES = 3;

    private WriteUnits() {}

    /** Of one item in a transaction; both are empty of one that is only looked at and is not there. */
    static double inTransaction(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        return IN_A_TRANSACTION * table(before, after) + index(before, after);
    }

    /** Of one item alone. */
    static double alone(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        return table(before, after) + index(before, after);
    }

    /** The larger of the two, in whole kilobytes; at least one. */
    private static int table(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        int bytes = Math.max(bytes(before), bytes(after));
        return Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }

    /** An entry of the due index is its keys, so it is put and taken away, never changed; each is one unit. */
    private static int index(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        List<AttributeValue> was = entry(before);
        List<AttributeValue> is = entry(after);
        if (was.equals(is)) {
            return 0;
        }
        return (was.isEmpty() ? 0 : 1) + (is.isEmpty() ? 0 : 1);
    }

    private static List<AttributeValue> entry(Map<String, AttributeValue> item) {
        return item.containsKey("duePartition") && item.containsKey("dueAt")
                ? Stream.of("duePartition", "dueAt").map(item::get).toList()
                : List.of();
    }

    private static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> utf8(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case SS -> value.ss().stream().mapToInt(WriteUnits::utf8).sum();
            case NS -> value.ns().stream().mapToInt(WriteUnits::number).sum();
            case BS ->
                value.bs().stream()
                        .mapToInt(one -> one.asByteArrayUnsafe().length)
                        .sum();
            case L ->
                COLLECTION_BYTES
                        + value.l().stream()
                                .mapToInt(one -> bytes(one) + ELEMENT_BYTES)
                                .sum();
            case M -> COLLECTION_BYTES + bytes(value.m()) + value.m().size() * ELEMENT_BYTES;
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("a value of an unknown type");
        };
    }

    /** Two digits a byte, and one for the exponent. */
    private static int number(String digits) {
        return (int) (digits.chars().filter(Character::isDigit).count() + 1) / 2 + 1;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Where each write of a transaction goes, in their order. */
    static List<Place> places(TransactWriteItemsRequest request) {
        return request.transactItems().stream().map(WriteUnits::place).toList();
    }

    private static Place place(TransactWriteItem write) {
        if (write.put() != null) {
            return Place.of(write.put().tableName(), write.put().item());
        }
        if (write.update() != null) {
            return Place.of(write.update().tableName(), write.update().key());
        }
        if (write.delete() != null) {
            return Place.of(write.delete().tableName(), write.delete().key());
        }
        return Place.of(
                write.conditionCheck().tableName(), write.conditionCheck().key());
    }

    /**
     * An item's.
     *
     * @param key its two keys alone
     */
    record Place(String table, Map<String, AttributeValue> key) {
        static Place of(String table, Map<String, AttributeValue> item) {
            return new Place(table, Map.of("pk", item.get("pk"), "sk", item.get("sk")));
        }
    }
}
