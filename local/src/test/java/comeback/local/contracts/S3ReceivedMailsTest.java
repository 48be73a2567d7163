package comeback.local.contracts;

import comeback.local.aws.Aws;
import comeback.local.aws.LocalAws;
import comeback.local.aws.LocalInbound;
import comeback.reply.ReceivedMails;
import comeback.reply.ReceivedMailsContract;
import comeback.reply.S3ReceivedMails;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The real bucket's calls, signed, against the laptop's. */
class S3ReceivedMailsTest extends ReceivedMailsContract {
    private LocalInbound inbound;
    private ReceivedMails mails;

    @BeforeEach
    void start() throws IOException {
        inbound = new LocalInbound(() -> Instant.EPOCH);
        mails = new S3ReceivedMails(
                UrlConnectionHttpClient.create(), LocalAws.credentials(), Aws.REGION, inbound.bucket());
    }

    @AfterEach
    void close() {
        inbound.close();
    }

    @Override
    protected ReceivedMails mails() {
        return mails;
    }

    @Override
    protected String put(byte[] mail) {
        return inbound.receive("somebody@" + Aws.REPLY_DOMAIN, mail);
    }
}
