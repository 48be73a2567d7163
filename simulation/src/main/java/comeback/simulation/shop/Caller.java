package comeback.simulation.shop;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.simulation.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A server that keeps its word: what was not answered, or answered with 5xx, it asks again, for two days. */
final class Caller {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));
    private static final int TRIES_MAX = 50;
    private static final int NO_ANSWER = 504;

    private final VirtualTime time;

    Caller(VirtualTime time) {
        this.time = time;
    }

    /**
     * Asks until there is an answer.
     *
     * @param answered is told the status, once
     */
    void call(Supplier<Optional<APIGatewayV2HTTPResponse>> request, IntConsumer answered) {
        attempt(request, answered, 0);
    }

    private void attempt(Supplier<Optional<APIGatewayV2HTTPResponse>> request, IntConsumer answered, int before) {
        int status = request.get().map(APIGatewayV2HTTPResponse::getStatusCode).orElse(NO_ANSWER);
        if (status < 500) {
            answered.accept(status);
        } else if (before + 1 < TRIES_MAX) {
            Duration pause = PAUSES.get(Math.min(before, PAUSES.size() - 1));
            time.after(pause, () -> attempt(request, answered, before + 1));
        }
    }
}
