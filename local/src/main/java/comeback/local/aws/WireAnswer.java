package comeback.local.aws;

import java.util.Map;

/** What an AWS service answers over its REST-JSON protocol. */
sealed interface WireAnswer {
    /**
     * Status 200.
     *
     * @param body the result's members
     */
    record Done(Map<String, Object> body) implements WireAnswer {}

    /**
     * An error of the service's model.
     *
     * @param type the exception's name, which the SDK maps to its class
     */
    record Refused(int status, String type, String message) implements WireAnswer {}
}
