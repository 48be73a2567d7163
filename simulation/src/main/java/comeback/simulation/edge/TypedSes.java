package comeback.simulation.edge;

import comeback.commit.SendingAccount.Quota;
import comeback.send.AccountQuota;
import comeback.send.Mail;
import comeback.send.Mailer;
import comeback.simulation.edge.Edge.Call;
import java.time.Instant;
import java.util.Optional;

/** SES: what it took, it took, whether or not its answer arrives; and it does not take everything. */
public final class TypedSes implements Mailer, AccountQuota {
    private final Edge edge;
    private final Seen seen;
    private final SesAccount account;

    public TypedSes(Edge edge, Seen seen, SesAccount account) {
        this.edge = edge;
        this.seen = seen;
        this.account = account;
    }

    @Override
    public Answer send(Mail mail) {
        String id = mail.tags().getOrDefault("id", "");
        try {
            return edge.make(
                    new Call("SendEmail", id, Outage.Service.SES, Harm.OF_MAIL, true),
                    () -> account.take(mail, edge, seen));
        } catch (AwsFailure failure) {
            return failure.isCertain() ? new Answer.NotNow("TooManyRequests") : new Answer.Unclear("no answer");
        }
    }

    @Override
    public Optional<Quota> read(Instant now) {
        try {
            return Optional.of(edge.make(
                    new Call("GetAccount", "ses", Outage.Service.SES, Harm.OF_READS, true), () -> account.quota(now)));
        } catch (AwsFailure noAnswer) {
            return Optional.empty();
        }
    }
}
