package comeback.local.control;

import comeback.local.http.Answer;
import comeback.local.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the call that a request under /local means. */
public final class ControlSurface {
    private final List<Call> calls = new ArrayList<>();

    ControlSurface(List<Call> clock, List<Call> mailbox, List<Call> aws, List<Call> world) {
        Stream.of(clock, mailbox, aws, world).forEach(calls::addAll);
    }

    /** The surface over all parts of a world. */
    public static ControlSurface of(ClockCalls clock, MailboxCalls mailbox, AwsCalls aws, WorldCalls world) {
        return new ControlSurface(clock.calls(), mailbox.calls(), aws.calls(), world.calls());
    }

    /** Answers a request under /local. */
    public Answer answer(Request request) {
        try {
            return find(request);
        } catch (BadCall e) {
            return Answer.error(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer find(Request request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        var allowed = new ArrayList<String>();
        for (Call call : calls) {
            Optional<List<String>> parameters = call.parameters(request.path());
            if (parameters.isPresent() && call.method().equals(method)) {
                return call.answer().apply(request, parameters.get());
            }
            parameters.ifPresent(_ -> allowed.add(call.method()));
        }
        return allowed.isEmpty() ? list(request.path()) : otherMethod(request.method(), allowed);
    }

    private Answer list(String path) {
        List<Map<String, String>> known = calls.stream()
                .map(call -> Map.of("call", call.method() + " " + call.path(), "does", call.does()))
                .toList();
        boolean isIndex = path.equals("/local") || path.equals("/local/");
        return isIndex
                ? Answer.json(200, Map.of("calls", known))
                : Answer.json(404, Map.of("error", "there is no call " + path, "calls", known));
    }

    private static Answer otherMethod(String method, List<String> allowed) {
        String allow = String.join(", ", allowed) + ", OPTIONS";
        Answer answer = method.equals("OPTIONS")
                ? Answer.nothing()
                : Answer.error(405, "this call is " + String.join(" or ", allowed) + ", not " + method);
        var headers = new HashMap<>(answer.headers());
        headers.put("Allow", allow);
        return new Answer(answer.status(), headers, answer.body());
    }
}
