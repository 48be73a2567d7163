package comeback.local.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that AWS shall do wrong for a while.
 *
 * @param operation only this call, by its name in the API ("TransactWriteItems"); any when absent
 * @param until the end, by the local world's clock; none when absent
 * @param left how many calls it still strikes; any number when absent
 * @param perSecond how many calls of each second it lets through; none when absent
 */
public record Fault(
        Service service,
        Kind kind,
        Optional<String> operation,
        Optional<Instant> until,
        Optional<Integer> left,
        Optional<Integer> perSecond) {
    /** The services that can fail. */
    public enum Service {
        SES,
        DYNAMODB,
        SCHEDULER
    }

    /** How a call goes wrong. */
    public enum Kind {
        /** Refused for now: too many requests. Nothing was done. */
        THROTTLE,
        /** The service fails with status 500. Nothing was done. */
        ERROR,
        /** The call is done, but its answer gets lost on the way. */
        TIMEOUT,
        /** Refused for good: SES rejects the message, DynamoDB denies access, the schedule quota is used up. */
        REFUSE,
        /** SES only: sending is paused for the account. Nothing was done. */
        PAUSE,
        /** SES only: the day's mails are used up. Nothing was done. */
        QUOTA,
        /** SES only: it takes so many mails a second and refuses the others as too many; GetAccount tells the rate. */
        RATE;

        /** Whether only SES's SendEmail can go wrong in this way. */
        public boolean isOfSending() {
            return this == PAUSE || this == QUOTA || this == RATE;
        }
    }

    boolean isOver(Instant now) {
        boolean timeIsUp = until.isPresent() && !now.isBefore(until.get());
        return timeIsUp || (left.isPresent() && left.get() <= 0);
    }

    boolean strikes(Service called, String calledOperation) {
        return service == called && (operation.isEmpty() || operation.get().equals(calledOperation));
    }

    Fault struckOnce() {
        return new Fault(service, kind, operation, until, left.map(count -> count - 1), perSecond);
    }

    /** As the control surface tells it. */
    public Map<String, Object> asJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("service", service.name().toLowerCase(Locale.ROOT));
        json.put("kind", kind.name().toLowerCase(Locale.ROOT));
        operation.ifPresent(name -> json.put("operation", name));
        until.ifPresent(end -> json.put("until", end.toString()));
        left.ifPresent(count -> json.put("count", count));
        perSecond.ifPresent(rate -> json.put("perSecond", rate));
        return json;
    }
}
