package comeback.send;

import comeback.commit.SendingAccount.Quota;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetAccountRequest;
import software.amazon.awssdk.services.sesv2.model.SendQuota;

/** The account's quota, asked of SES. SES allows about one such call a second. */
public final class SesQuota implements AccountQuota {
    private final SesV2Client ses;

    public SesQuota(SesV2Client ses) {
        this.ses = ses;
    }

    @Override
    public Optional<Quota> read(Instant now) {
        try {
            SendQuota told = ses.getAccount(GetAccountRequest.builder().build()).sendQuota();
            return Optional.of(new Quota(told.maxSendRate(), told.max24HourSend(), told.sentLast24Hours(), now));
        } catch (SdkException noAnswer) {
            return Optional.empty();
        }
    }
}
