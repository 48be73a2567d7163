package comeback.simulation.wire;

import comeback.send.Mail;
import comeback.send.Mailer;
import comeback.send.MailerContract;
import comeback.send.SesMailer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real mailer, by the real SDK client, against the simulator's SES. */
class SdkMailerTest extends MailerContract {
    private final List<Mail> taken = new ArrayList<>();
    private Optional<Trouble> trouble = Optional.empty();
    private final Mailer mailer = new SesMailer(
            Clients.over(new WireClient(
                            Map.of("email", new SesWire(this::take, () -> {
                                throw new IllegalStateException("nobody asks for the quota here");
                            })),
                            this::pass))
                    .ses(),
            "comeback");

    private Mailer.Answer take(Mail mail) {
        return switch (trouble.orElse(Trouble.ANSWER_LOST)) {
            case TOO_MANY_AT_ONCE -> new Mailer.Answer.NotNow(Mailer.Answer.Why.THROTTLED, "too many");
            case REFUSED -> new Mailer.Answer.Never("no");
            case BROKEN -> new Mailer.Answer.Unclear("broken");
            case ANSWER_LOST -> {
                taken.add(mail);
                yield new Mailer.Answer.Accepted("ses-" + taken.size());
            }
        };
    }

    private Reply pass(Asked asked, Attempt attempt) throws IOException {
        Reply reply = asked.effect().get();
        if (trouble.equals(Optional.of(Trouble.ANSWER_LOST))) {
            throw new SocketTimeoutException("Read timed out");
        }
        return reply;
    }

    @Override
    protected Mailer mailer() {
        return mailer;
    }

    @Override
    protected int taken() {
        return taken.size();
    }

    @Override
    protected void make(Trouble kind) {
        trouble = Optional.of(kind);
    }
}
