package comeback.simulation.dynamo;

import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param status of HTTP
 * @param body members of the result, or of the error
 */
public record Answer(int status, Map<String, Object> body) {}
