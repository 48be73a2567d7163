package comeback.local.lambda;

import comeback.local.aws.LocalInbound;
import comeback.local.clock.Due;
import java.time.Instant;
import java.util.Optional;

/** Mails that came in are told to the function for answers, as SES tells them. */
public final class ReplyDelivery implements Due {
    private final LocalInbound inbound;
    private final Invocations invocations;
    private final Functions functions;

    public ReplyDelivery(LocalInbound inbound, Invocations invocations, Functions functions) {
        this.inbound = inbound;
        this.invocations = invocations;
        this.functions = functions;
    }

    @Override
    public Optional<Instant> next() {
        return inbound.isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH);
    }

    @Override
    public void work(Instant now) {
        inbound.take().ifPresent(event -> invocations.hand("reply", functions.reply(), event));
    }
}
