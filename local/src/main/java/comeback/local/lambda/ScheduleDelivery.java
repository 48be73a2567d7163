package comeback.local.lambda;

import comeback.json.Json;
import comeback.local.aws.LocalScheduler;
import comeback.local.clock.Due;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Schedules that fire wake the function {@code wake}. */
public final class ScheduleDelivery implements Due {
    private final LocalScheduler scheduler;
    private final Invocations invocations;
    private final Functions functions;

    public ScheduleDelivery(LocalScheduler scheduler, Invocations invocations, Functions functions) {
        this.scheduler = scheduler;
        this.invocations = invocations;
        this.functions = functions;
    }

    @Override
    public Optional<Instant> next() {
        return scheduler.next();
    }

    @Override
    public void work(Instant now) {
        scheduler.fire().ifPresent(input -> invocations.hand("wake", functions.wake(), texts(input)));
    }

    private static Map<String, String> texts(String input) {
        var texts = new LinkedHashMap<String, String>();
        Json.parseOwn(input).forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}
