package comeback.local.cost;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one action cost.
 *
 * @param calls how often each operation of AWS was called
 * @param readUnits of the table's capacity, as billed on demand: half a unit stands for an eventually consistent read
 * @param writeUnits likewise, with those of the index
 */
record Cost(Map<String, Integer> calls, double readUnits, double writeUnits) {
    static final Cost NOTHING = new Cost(Map.of(), 0, 0);

    Cost plus(Cost other) {
        var both = new TreeMap<>(calls);
        other.calls.forEach((operation, count) -> both.merge(operation, count, Integer::sum));
        return new Cost(both, readUnits + other.readUnits, writeUnits + other.writeUnits);
    }

    int allCalls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    int calls(String operation) {
        return calls.getOrDefault(operation, 0);
    }

    /** "3: GetItem, 2 PutItem". */
    String callsInWords() {
        return allCalls() == 0
                ? "0"
                : allCalls() + ": "
                        + calls.entrySet().stream()
                                .map(call -> (call.getValue() > 1 ? call.getValue() + " " : "") + call.getKey())
                                .collect(Collectors.joining(", "));
    }
}
