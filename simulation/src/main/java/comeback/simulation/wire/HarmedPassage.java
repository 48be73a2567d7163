package comeback.simulation.wire;

import comeback.simulation.edge.AwsFailure;
import comeback.simulation.edge.Edge;
import comeback.simulation.edge.Outage;
import comeback.simulation.time.Dice;
import comeback.wiring.Surroundings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Through the edge, where time passes and things go wrong. What went wrong reaches the SDK as it would over a socket: a
 * status, a broken connection, silence. Some failures are over at the SDK's next attempt, others outlast all of them.
 */
final class HarmedPassage implements Passage {
    private static final Duration BACKOFF_MAX = Duration.ofMillis(100);

    private final Edge edge;
    private final Dice dice;
    private final Map<String, Begun> begun = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    /**
     * A call that goes on after a failed attempt.
     *
     * @param at when it began
     * @param lasting what every further attempt meets
     */
    private record Begun(Instant at, Optional<AwsFailure> lasting) {}

    HarmedPassage(Edge edge, Dice dice) {
        this.edge = edge;
        this.dice = dice;
    }

    @Override
    public Reply pass(Asked asked, Attempt attempt) throws IOException {
        Instant now = edge.time().instant();
        Begun call = Optional.ofNullable(begun.remove(attempt.call())).orElse(new Begun(now, Optional.empty()));
        boolean isMail = asked.service() == Outage.Service.SES;
        if (attempt.number() > 1) {
            if (isMail) {
                throw new IllegalStateException("SES was asked a second time about one mail");
            }
            edge.rest(now.plus(backoff(asked, attempt)));
        }
        Duration left = Surroundings.CALL_WITHIN.minus(
                Duration.between(call.at(), edge.time().instant()));
        Duration patience = isMail ? Surroundings.ANSWER_WITHIN : shorter(Surroundings.TRY_WITHIN, left);
        try {
            if (call.lasting().isPresent()) {
                throw again(call.lasting().get(), patience);
            }
            return edge.make(
                    new Edge.Call(
                            asked.operation(),
                            asked.about(),
                            asked.service(),
                            asked.harms(),
                            true,
                            Optional.of(patience)),
                    asked.effect());
        } catch (AwsFailure failure) {
            long roll = dice.roll("wire", asked.name(), failures.merge(asked.name(), 1, Integer::sum));
            boolean isLasting = call.lasting().isPresent() || (roll & 1) == 0;
            boolean isOver =
                    Duration.between(call.at(), edge.time().instant()).compareTo(Surroundings.CALL_WITHIN) >= 0;
            if (attempt.number() < Surroundings.TRIES_MAX && !isMail && !isOver) {
                begun.put(attempt.call(), new Begun(call.at(), isLasting ? Optional.of(failure) : Optional.empty()));
            }
            return onTheWire(asked, failure, roll >>> 1, isOver);
        }
    }

    /** It lasts: the attempt takes its time and fails like the one before. */
    private AwsFailure again(AwsFailure failure, Duration patience) {
        Instant now = edge.time().instant();
        edge.rest(
                failure.kind() == AwsFailure.Kind.UNANSWERED
                        ? now.plus(patience)
                        : now.plus(shorter(patience, Duration.ofMillis(5))));
        return failure;
    }

    private Duration backoff(Asked asked, Attempt attempt) {
        long roll = dice.roll("backoff", asked.name(), attempt.number());
        return Duration.ofMillis(Math.floorMod(roll, BACKOFF_MAX.toMillis() << (attempt.number() - 2)));
    }

    private static Duration shorter(Duration one, Duration other) {
        Duration shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    private static Reply onTheWire(Asked asked, AwsFailure failure, long roll, boolean isOver) throws IOException {
        return switch (failure.kind()) {
            case REFUSED -> refused(asked, roll);
            case CUT -> throw new SocketException("Connection reset");
            case UNANSWERED -> {
                if (asked.service() == Outage.Service.SES) {
                    throw new SocketTimeoutException("Read timed out");
                }
                if (isOver) {
                    throw ApiCallTimeoutException.create(Surroundings.CALL_WITHIN.toMillis());
                }
                throw ApiCallAttemptTimeoutException.create(Surroundings.TRY_WITHIN.toMillis());
            }
        };
    }

    private static Reply refused(Asked asked, long roll) throws IOException {
        List<Reply> answers = switch (asked.service()) {
            case TABLE ->
                List.of(
                        dynamo(400, "ThrottlingException"),
                        dynamo(400, "ProvisionedThroughputExceededException"),
                        dynamo(400, "RequestLimitExceeded"),
                        dynamo(500, "InternalServerError"),
                        dynamo(503, "ServiceUnavailable"));
            case SCHEDULER ->
                List.of(
                        Reply.refused(429, "ThrottlingException", "Rate exceeded"),
                        Reply.refused(500, "InternalServerException", "Internal failure."));
            case SES, EVENTS, PAUSE, DOMAIN ->
                List.of(Reply.refused(429, "TooManyRequestsException", "Maximum sending rate exceeded."));
        };
        int which = (int) Math.floorMod(roll, answers.size() + 1L);
        if (which == answers.size()) {
            throw new ConnectException("Connection refused");
        }
        return answers.get(which);
    }

    private static Reply dynamo(int status, String type) {
        return new Reply(status, "", Map.of("__type", "com.amazonaws.dynamodb.v20120810#" + type, "message", type));
    }
}
