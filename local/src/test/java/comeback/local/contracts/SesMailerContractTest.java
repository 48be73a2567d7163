package comeback.local.contracts;

import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.send.Mailer;
import comeback.send.MailerContract;
import comeback.send.SesMailer;
import org.junit.jupiter.api.AfterEach;

/** The real mailer, by the real SDK client, against the laptop's SES. */
class SesMailerContractTest extends MailerContract {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");
    private final Mailer mailer = new SesMailer(world.inside().aws().ses(), Aws.CONFIGURATION_SET);

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected Mailer mailer() {
        return mailer;
    }

    @Override
    protected int taken() {
        return world.mailbox().size();
    }

    @Override
    protected void make(Trouble trouble) {
        String kind = switch (trouble) {
            case TOO_MANY_AT_ONCE -> "throttle";
            case REFUSED -> "refuse";
            case BROKEN -> "error";
            case ANSWER_LOST -> "timeout";
        };
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"" + kind + "\",\"for\":\"PT1H\"}");
    }
}
