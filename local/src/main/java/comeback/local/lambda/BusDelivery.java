package comeback.local.lambda;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.json.Fields;
import comeback.local.aws.LocalEventBus;
import comeback.local.clock.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;

/** Events on the bus go to the functions whose rules match them, as the rules in template.yaml say. */
public final class BusDelivery implements Due {
    /** Partner buses' sources begin with the partner's name. */
    private static final String SHOPIFY = "aws.partner/shopify.com/";

    private final LocalEventBus bus;
    private final Invocations invocations;
    private final Functions functions;

    public BusDelivery(LocalEventBus bus, Invocations invocations, Functions functions) {
        this.bus = bus;
        this.invocations = invocations;
        this.functions = functions;
    }

    /** The functions that an event goes to. */
    public static List<String> receivers(Map<String, Object> event) {
        String source = String.valueOf(event.get("source"));
        if (source.equals("aws.ses")) {
            return List.of("feedback");
        }
        boolean isShopify = source.startsWith(SHOPIFY) && "shopifyWebhook".equals(event.get("detail-type"));
        return isShopify ? List.of("bus") : List.of();
    }

    @Override
    public Optional<Instant> next() {
        return bus.isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH);
    }

    @Override
    public void work(Instant now) {
        bus.take()
                .ifPresent(event -> receivers(event)
                        .forEach(receiver -> invocations.hand(
                                receiver,
                                receiver.equals("bus") ? functions.bus() : functions.feedback(),
                                typed(event, now))));
    }

    private static ScheduledEvent typed(Map<String, Object> event, Instant now) {
        Fields fields = Fields.of(event);
        Instant time = fields.instant("time").orElse(now);
        var typed = new ScheduledEvent();
        typed.setVersion(fields.text("version").orElse("0"));
        typed.setId(fields.text("id").orElse(""));
        typed.setDetailType(fields.text("detail-type").orElse(""));
        typed.setSource(fields.text("source").orElse(""));
        typed.setAccount(fields.text("account").orElse(""));
        typed.setRegion(fields.text("region").orElse(""));
        typed.setTime(new DateTime(time.toEpochMilli(), DateTimeZone.UTC));
        typed.setResources(fields.texts("resources"));
        typed.setDetail(fields.objectOrEmpty("detail").asMap());
        return typed;
    }
}
