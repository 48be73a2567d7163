package comeback.local.aws;

import java.time.Instant;
import java.util.Map;

/**
 * A one-time schedule.
 *
 * @param fires the minute at which it fires
 * @param request what CreateSchedule was called with, without its client token
 * @param clientToken the same one with the same request is the same call again
 * @param created when
 * @param isDone it has fired; it stays to be looked at when it is not deleted after completion
 */
record Schedule(
        String name, Instant fires, Map<String, Object> request, String clientToken, Instant created, boolean isDone) {
    Schedule done() {
        return new Schedule(name, fires, request, clientToken, created, true);
    }

    boolean isDeletedAfterCompletion() {
        return "DELETE".equals(request.get("ActionAfterCompletion"));
    }
}
