package comeback.simulation.edge;

import comeback.send.Mail;
import comeback.send.Mailer;
import comeback.simulation.edge.Edge.Call;

/** SES: what it took, it took, whether or not its answer arrives. */
public final class TypedSes implements Mailer {
    private final Edge edge;
    private final Seen seen;
    private int taken;

    public TypedSes(Edge edge, Seen seen) {
        this.edge = edge;
        this.seen = seen;
    }

    @Override
    public Answer send(Mail mail) {
        String id = mail.tags().getOrDefault("id", "");
        try {
            return edge.make(new Call("SendEmail", id, Outage.Service.SES, Harm.OF_MAIL, true), () -> {
                seen.accepted(mail, edge.time().instant());
                return new Answer.Accepted("ses-" + ++taken);
            });
        } catch (AwsFailure failure) {
            return failure.isCertain() ? new Answer.NotNow("TooManyRequests") : new Answer.Unclear("no answer");
        }
    }
}
