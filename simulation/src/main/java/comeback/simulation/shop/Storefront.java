package comeback.simulation.shop;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import comeback.simulation.edge.Lambda;
import comeback.simulation.oracle.Oracle;
import comeback.simulation.time.VirtualTime;
import java.util.Map;

/** Reports what shoppers do: in Segment's words, or as a shop system's own documents. */
public final class Storefront {
    private static final int KEPT = 200;

    private final VirtualTime time;
    private final Lambda lambda;
    private final Oracle oracle;
    private final Caller caller;
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
        this.caller = new Caller(time);
        this.tellsWhen = tellsWhen;
    }

    /** Reports all that the shopper will do, each thing at its time. */
    public void follow(Shopper shopper) {
        shopper.acts().forEach(act -> time.at(act.toldAt(), () -> tell(shopper, act)));
    }

    /** Reports one thing now; who has left does nothing any more. */
    public void tell(Shopper shopper, Act act) {
        if (oracle.hasLeft(shopper, act)) {
            return;
        }
        if (act.what() instanceof Act.What.PressesTheLink) {
            oracle.linkOf(shopper).ifPresent(link -> press(shopper, act, link));
            return;
        }
        oracle.told(shopper, act);
        APIGatewayV2HTTPEvent request = request(shopper, act);
        caller.call(() -> lambda.ingest(request), status -> answered(shopper, act, status));
    }

    private APIGatewayV2HTTPEvent request(Shopper shopper, Act act) {
        if (Documents.tell(shopper, act)) {
            return Documents.request(shopper, act);
        }
        return act.what() instanceof Act.What.WantsToBeForgotten
                ? Requests.secret(shopper.store(), "DELETE", "/v1/customers/" + who(shopper), Map.of())
                : Reports.request(shopper, act, tellsWhen);
    }

    private static String who(Shopper shopper) {
        return shopper.hasAccount() ? "user:" + shopper.userId() : "email:" + shopper.email();
    }

    private void press(Shopper shopper, Act act, String link) {
        APIGatewayV2HTTPEvent request = Requests.post(
                link, Map.of("content-type", "application/x-www-form-urlencoded"), "List-Unsubscribe=One-Click");
        caller.call(() -> lambda.shopper(request), status -> answered(shopper, act, status));
    }

    private void answered(Shopper shopper, Act act, int status) {
        if (status == KEPT) {
            oracle.acknowledged(shopper, act, time.instant());
        } else {
            oracle.refused(shopper, act, status);
        }
    }
}
