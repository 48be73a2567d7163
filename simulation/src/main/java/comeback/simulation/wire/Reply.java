package comeback.simulation.wire;

import java.util.Map;

/**
 * What a service answers.
 *
 * @param status of HTTP
 * @param errorType as REST-JSON names it in a header; empty where the body does, or where there is no error
 * @param body members
 */
record Reply(int status, String errorType, Map<String, Object> body) {
    static Reply done(Map<String, Object> body) {
        return new Reply(200, "", body);
    }

    static Reply refused(int status, String type, String message) {
        return new Reply(status, type, Map.of("message", message, "__type", type));
    }
}
