package comeback.simulation.dynamo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call that DynamoDB answers with an error. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String DYNAMO = "com.amazonaws.dynamodb.v20120810#";

    private final transient Map<String, Object> body;

    private Refusal(String type, String message, Map<String, Object> more) {
        super(message, null, false, false);
        Map<String, Object> all = new HashMap<>(more);
        all.put("__type", type);
        all.put("message", message);
        body = Map.copyOf(all);
    }

    static Refusal invalid(String message) {
        return new Refusal("com.amazon.coral.validate#ValidationException", message, Map.of());
    }

    static Refusal unknownTable() {
        return new Refusal(DYNAMO + "ResourceNotFoundException", "Requested resource not found", Map.of());
    }

    /**
     * The condition does not hold.
     *
     * @param old the item as it is, if it was asked for
     */
    static Refusal condition(Map<String, Attribute> old) {
        return new Refusal(
                DYNAMO + "ConditionalCheckFailedException",
                "The conditional request failed",
                old.isEmpty() ? Map.of() : Map.of("Item", Attribute.written(old)));
    }

    /**
     * A transaction is cancelled.
     *
     * @param failed for each of its writes, whether it is why
     */
    static Refusal cancelled(List<Boolean> failed) {
        List<String> codes = failed.stream()
                .map(isWhy -> isWhy ? "ConditionalCheckFailed" : "None")
                .toList();
        return new Refusal(
                DYNAMO + "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                        + String.join(", ", codes) + "]",
                Map.of(
                        "CancellationReasons",
                        codes.stream()
                                .<Map<String, Object>>map(code -> code.equals("None")
                                        ? Map.of("Code", code)
                                        : Map.of("Code", code, "Message", "The conditional request failed"))
                                .toList()));
    }

    static Refusal otherRequest() {
        return new Refusal(
                DYNAMO + "IdempotentParameterMismatchException",
                "Provided client request token is already in use with a different request",
                Map.of());
    }

    Map<String, Object> body() {
        return body;
    }
}
