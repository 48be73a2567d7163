package comeback.simulation.dynamo;

import comeback.simulation.dynamo.Items.Layout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads writes, and holds what they would leave to the table's limits. */
final class Writes {
    private static final long ITEM_BYTES_MAX = 400 * 1024;

    private final String table;
    private final Layout layout;
    private final Items items;

    /**
     * A write that waits for the others of its call.
     *
     * @param key of the item
     * @param condition that must hold of what is there
     * @param after what is there then; empty for nothing
     */
    record Write(Map<String, Attribute> key, Condition condition, Map<String, Attribute> after) {}

    Writes(String table, Layout layout, Items items) {
        this.table = table;
        this.layout = layout;
        this.items = items;
    }

    /** A part of a transaction. */
    Write oneOf(Map<?, ?> action) {
        if (action.get("Put") instanceof Map<?, ?> put) {
            return put(put);
        }
        if (action.get("Update") instanceof Map<?, ?> update) {
            return update(update);
        }
        if (action.get("Delete") instanceof Map<?, ?> delete) {
            Map<?, ?> request = known(delete, "Key");
            return new Write(key(member(request, "Key")), condition(request), Map.of());
        }
        throw new IllegalStateException("the simulator's table does not know the action " + action.keySet());
    }

    /** A PutItem, or a part that is one. */
    Write put(Map<?, ?> call) {
        Map<?, ?> request = known(call, "Item");
        Map<String, Attribute> item = Attribute.item(member(request, "Item"));
        return new Write(items.keyOf(item, false), condition(request), item);
    }

    /** An UpdateItem, or a part that is one. */
    Write update(Map<?, ?> call) {
        Map<?, ?> request = known(call, "Key", "UpdateExpression");
        Map<String, Attribute> key = key(member(request, "Key"));
        Expressions expressions = new Expressions(request);
        Change change = expressions.change(String.valueOf(request.get("UpdateExpression")));
        Condition condition = expressions.condition(Optional.ofNullable(request.get("ConditionExpression")));
        expressions.checkAllUsed();
        Map<String, Attribute> before = new HashMap<>(items.get(key));
        before.putAll(key);
        // Where the condition does not hold, nobody looks at what would have come of it.
        boolean isDone = condition.holds(items.get(key));
        Map<String, Attribute> after = isDone ? change.of(before) : before;
        if (!items.keyOf(after, false).equals(key)) {
            throw Refusal.invalid("One or more parameter values were invalid: Cannot update attribute " + layout.pk()
                    + ". This attribute is part of the key");
        }
        return new Write(key, condition, after);
    }

    private static Condition condition(Map<?, ?> request) {
        Expressions expressions = new Expressions(request);
        Condition condition = expressions.condition(Optional.ofNullable(request.get("ConditionExpression")));
        expressions.checkAllUsed();
        return condition;
    }

    void check(Map<String, Attribute> item) {
        if (Attribute.bytes(item) > ITEM_BYTES_MAX) {
            throw Refusal.invalid("Item size has exceeded the maximum allowed size");
        }
        typed(item, layout.pk(), "S");
        typed(item, layout.sk(), "S");
        typed(item, layout.indexPk(), "S");
        typed(item, layout.indexSk(), "N");
    }

    private static void typed(Map<String, Attribute> item, String name, String type) {
        Optional<Attribute> value = Optional.ofNullable(item.get(name));
        if (value.filter(it -> !it.type().equals(type) || it.content().equals(""))
                .isPresent()) {
            throw Refusal.invalid("One or more parameter values were invalid: Type mismatch for key " + name);
        }
    }

    Map<String, Attribute> key(Object json) {
        Map<String, Attribute> key = Attribute.item(json);
        if (!key.keySet().equals(Set.of(layout.pk(), layout.sk()))) {
            throw Refusal.invalid("The provided key element does not match the schema");
        }
        check(key);
        return key;
    }

    /** A part of a batch. */
    Write ofBatch(Map<?, ?> part) {
        if (part.get("PutRequest") instanceof Map<?, ?> put) {
            Map<String, Attribute> item = Attribute.item(member(put, "Item"));
            return new Write(items.keyOf(item, false), new Condition.True(), item);
        }
        if (part.get("DeleteRequest") instanceof Map<?, ?> delete) {
            return new Write(key(member(delete, "Key")), new Condition.True(), Map.of());
        }
        throw new IllegalStateException("the simulator's table does not know the part " + part.keySet());
    }

    /** A write of this table with nothing in it that is not known here. */
    private Map<?, ?> known(Map<?, ?> request, String... own) {
        Set<String> all = new HashSet<>(Set.of(own));
        all.addAll(Set.of(
                "TableName",
                "ConditionExpression",
                "ExpressionAttributeNames",
                "ExpressionAttributeValues",
                "ReturnValuesOnConditionCheckFailure"));
        only(request, all);
        if (!table.equals(request.get("TableName"))) {
            throw Refusal.unknownTable();
        }
        return request;
    }

    static Object member(Map<?, ?> request, String name) {
        return Optional.<Object>ofNullable(request.get(name))
                .orElseThrow(() -> Refusal.invalid("Value null at '" + name + "' failed to satisfy constraint"));
    }

    static void only(Map<?, ?> request, Set<String> known) {
        request.keySet().stream()
                .filter(member -> !known.contains(String.valueOf(member)))
                .findFirst()
                .ifPresent(member -> {
                    throw new IllegalStateException("the simulator's table does not know " + member);
                });
    }
}
