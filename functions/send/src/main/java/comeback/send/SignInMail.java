package comeback.send;

import comeback.commit.AskedLink;
import comeback.commit.SignIns;
import comeback.customer.EmailAddress;
import comeback.link.SignInToken;
import comeback.store.Sender;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends the link by which somebody signs in at the console. It is claimed first and sent at most once: whoever got none asks
 * for another, and nobody waits for one that comes too late.
 */
public final class SignInMail {
    private final SignIns signIns;
    private final Mailer mailer;
    private final Supplier<Sender> sender;
    private final String publicUrl;
    private final InstantSource clock;

    /**
     * Makes it.
     *
     * @param sender of the deployment, whichever store the link is for
     * @param publicUrl where this deployment's own links lead, without a slash at the end
     */
    public SignInMail(SignIns signIns, Mailer mailer, Supplier<Sender> sender, String publicUrl, InstantSource clock) {
        this.signIns = signIns;
        this.mailer = mailer;
        this.sender = sender;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Sends it if it has not gone; says in a word what came of it, for the log. */
    String send(String id) {
        Optional<AskedLink> found = signIns.asked(id);
        Optional<EmailAddress> to = found.flatMap(AskedLink::to);
        if (to.isEmpty() || found.get().isOver(clock.instant())) {
            return "nobody waits for it";
        }
        AskedLink link = found.get();
        if (!signIns.claim(id)) {
            return "went before";
        }
        String url = publicUrl + "/console/sign-in/" + new SignInToken(link.id(), link.until()).signedBy(link.secret());
        Mailer.Answer answer = mailer.send(new Mail(
                sender.get(), to.get(), SignInLetter.of(link.language(), url), Map.of(), Map.of("console", "sign-in")));
        return switch (answer) {
            case Mailer.Answer.Accepted accepted -> "sent";
            case Mailer.Answer.NotNow notNow -> "not sent: " + notNow.reason();
            case Mailer.Answer.Never never -> "not sent: " + never.reason();
            case Mailer.Answer.Unclear unclear -> "perhaps sent: " + unclear.reason();
        };
    }
}
