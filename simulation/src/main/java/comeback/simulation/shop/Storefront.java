package comeback.simulation.shop;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.simulation.edge.Lambda;
import comeback.simulation.oracle.Oracle;
import comeback.simulation.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A storefront that keeps its word: what was not answered with 200 it sends again, under the same id, for two days. */
public final class Storefront {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));
    private static final int TRIES_MAX = 50;

    private final VirtualTime time;
    private final Lambda lambda;
    private final Oracle oracle;
    private final boolean tellsWhen;

    /**
     * Has nothing to report yet.
     *
     * @param tellsWhen whether it says when a thing happened
     */
    public Storefront(VirtualTime time, Lambda lambda, Oracle oracle, boolean tellsWhen) {
        this.time = time;
        this.lambda = lambda;
        this.oracle = oracle;
        this.tellsWhen = tellsWhen;
    }

    /** Reports all that the shopper will do, each thing at its time. */
    public void follow(Shopper shopper) {
        shopper.acts().forEach(act -> time.at(act.toldAt(), () -> tell(shopper, act)));
    }

    /** Reports one thing now. */
    public void tell(Shopper shopper, Act act) {
        if (act.what() instanceof Act.What.PressesTheLink) {
            oracle.linkOf(shopper).ifPresent(link -> press(shopper, act, link));
            return;
        }
        oracle.told(shopper, act);
        APIGatewayV2HTTPEvent request = Reports.request(shopper, act, tellsWhen);
        attempt(shopper, act, () -> lambda.ingest(request), 0);
    }

    private void press(Shopper shopper, Act act, String link) {
        APIGatewayV2HTTPEvent request = Reports.post(
                link, Map.of("content-type", "application/x-www-form-urlencoded"), "List-Unsubscribe=One-Click");
        attempt(shopper, act, () -> lambda.shopper(request), 0);
    }

    private void attempt(Shopper shopper, Act act, Supplier<Optional<APIGatewayV2HTTPResponse>> call, int before) {
        int status = call.get().map(APIGatewayV2HTTPResponse::getStatusCode).orElse(504);
        if (status == 200) {
            oracle.acknowledged(shopper, act, time.instant());
        } else if (status < 500) {
            oracle.refused(shopper, act, status);
        } else if (before + 1 < TRIES_MAX) {
            Duration pause = PAUSES.get(Math.min(before, PAUSES.size() - 1));
            time.after(pause, () -> attempt(shopper, act, call, before + 1));
        }
    }
}
