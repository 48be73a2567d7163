package comeback.local.control;

import comeback.local.http.Answer;
import comeback.local.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One call of the control surface.
 *
 * @param path with "{}" for each part that is a parameter
 * @param does what it does, for the list of calls
 * @param answer from the request and the path's parameters
 */
record Call(String method, String path, String does, BiFunction<Request, List<String>, Answer> answer) {
    /** The parameters that the path of a request has here, or nothing when it is another call's path. */
    Optional<List<String>> parameters(String requested) {
        String[] want = path.split("/", -1);
        String[] have = requested.split("/", -1);
        if (want.length != have.length) {
            return Optional.empty();
        }
        var parameters = new ArrayList<String>();
        for (int i = 0; i < want.length; i++) {
            if (want[i].equals("{}")) {
                parameters.add(have[i]);
            } else if (!want[i].equals(have[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
