package comeback.simulation.dynamo;

import comeback.simulation.dynamo.Condition.And;
import comeback.simulation.dynamo.Condition.Compared;
import comeback.simulation.dynamo.Condition.Given;
import comeback.simulation.dynamo.Condition.Path;
import comeback.simulation.dynamo.Items.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Queries of a table or its index, a page at a time. */
final class Search {
    private static final long PAGE_BYTES_MAX = 1024 * 1024;

    private static final Set<String> KNOWN = Set.of(
            "TableName",
            "IndexName",
            "KeyConditionExpression",
            "ExpressionAttributeNames",
            "ExpressionAttributeValues",
            "Limit",
            "ConsistentRead",
            "ScanIndexForward",
            "ExclusiveStartKey");

    private final Layout layout;
    private final Items items;

    Search(Layout layout, Items items) {
        this.layout = layout;
        this.items = items;
    }

    Map<String, Object> query(Map<String, Object> request) {
        Writes.only(request, KNOWN);
        boolean isOfIndex = request.containsKey("IndexName");
        if (isOfIndex && !layout.index().equals(request.get("IndexName"))) {
            throw Refusal.invalid("The table does not have the specified index: " + request.get("IndexName"));
        }
        if (isOfIndex && Boolean.TRUE.equals(request.get("ConsistentRead"))) {
            throw Refusal.invalid("Consistent reads are not supported on global secondary indexes");
        }
        Expressions expressions = new Expressions(request);
        Condition condition = expressions.condition(Optional.ofNullable(request.get("KeyConditionExpression")));
        expressions.checkAllUsed();
        String part = part(condition, isOfIndex ? layout.indexPk() : layout.pk());
        boolean isDown = Boolean.FALSE.equals(request.get("ScanIndexForward"));
        List<Map<String, Attribute>> up = isOfIndex ? items.indexPart(part) : items.part(part);
        List<Map<String, Attribute>> all = isDown ? up.reversed() : up;
        Optional<Map<String, Attribute>> after =
                Optional.ofNullable(request.get("ExclusiveStartKey")).map(Attribute::item);
        if (isOfIndex && after.isPresent()) {
            throw new IllegalStateException("nobody asks the index for a second page");
        }
        int limit = request.get("Limit") instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
        if (limit < 1) {
            throw Refusal.invalid("Value at 'limit' failed to satisfy constraint: greater than or equal to 1");
        }
        List<Map<String, Attribute>> found = all.stream()
                .filter(item -> after.isEmpty() || (order(item, after.get()) > 0) != isDown)
                .filter(item -> after.isEmpty() || order(item, after.get()) != 0)
                .filter(condition::holds)
                .toList();
        return page(found, limit, isOfIndex);
    }

    /** One part, named by its key. */
    private static String part(Condition condition, String key) {
        return switch (condition) {
            case And(Condition first, Condition second) -> part(first, key);
            case Compared(Path(String name), String sign, Given(Attribute value))
            when name.equals(key) && sign.equals("=") -> String.valueOf(value.content());
            default -> throw Refusal.invalid("Query condition missed key schema element: " + key);
        };
    }

    private int order(Map<String, Attribute> one, Map<String, Attribute> other) {
        return Optional.ofNullable(one.get(layout.sk()))
                .flatMap(first -> Optional.ofNullable(other.get(layout.sk())).flatMap(first::comparedTo))
                .orElseThrow();
    }

    /** As much as fits, and where the next page begins: also when it will turn out to be empty. */
    private Map<String, Object> page(List<Map<String, Attribute>> found, int limit, boolean isOfIndex) {
        List<Map<String, Object>> page = new ArrayList<>();
        long bytes = 0;
        Map<String, Object> answer = new HashMap<>();
        for (Map<String, Attribute> item : found) {
            page.add(Attribute.written(item));
            bytes += Attribute.bytes(item);
            if (page.size() == limit || bytes >= PAGE_BYTES_MAX) {
                answer.put("LastEvaluatedKey", Attribute.written(items.keyOf(item, isOfIndex)));
                break;
            }
        }
        answer.put("Items", page);
        answer.put("Count", page.size());
        answer.put("ScannedCount", page.size());
        return answer;
    }
}
