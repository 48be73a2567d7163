package comeback.local.cost;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one action cost.
 *
 * @param invocations of functions
 * @param calls how often each operation of AWS was called
 * @param readUnits of the table's capacity, as billed on demand: half a unit stands for an eventually consistent read
 * @param writeUnits likewise, with those of the index
 * @param logBytes that functions printed, as CloudWatch bills them: a line takes 26 bytes beside its own
 */
record Cost(int invocations, Map<String, Integer> calls, double readUnits, double writeUnits, long logBytes) {
    static final Cost NOTHING = new Cost(0, Map.of(), 0, 0, 0);
    static final Cost INVOCATION = new Cost(1, Map.of(), 0, 0, 0);

    private static final int LINE_BYTES = 26;

    static Cost read(String operation, double units) {
        return new Cost(0, Map.of(operation, 1), units, 0, 0);
    }

    static Cost write(String operation, double units) {
        return new Cost(0, Map.of(operation, 1), 0, units, 0);
    }

    static Cost logged(long bytes) {
        return new Cost(0, Map.of(), 0, 0, bytes + LINE_BYTES);
    }

    Cost plus(Cost other) {
        var both = new TreeMap<>(calls);
        other.calls.forEach((operation, count) -> both.merge(operation, count, Integer::sum));
        return new Cost(
                invocations + other.invocations,
                both,
                readUnits + other.readUnits,
                writeUnits + other.writeUnits,
                logBytes + other.logBytes);
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
