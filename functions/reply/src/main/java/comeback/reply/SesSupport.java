package comeback.reply;

import comeback.customer.EmailAddress;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Support that SES leads to. An answer that got lost on the way is tried again: twice is better than never. */
public final class SesSupport implements Support {
    private final SesV2Client ses;

    public SesSupport(SesV2Client ses) {
        this.ses = ses;
    }

    @Override
    public void hand(EmailAddress from, EmailAddress to, byte[] mail) {
        // Without our configuration set: what becomes of it is nothing that we tell of a customer.
        ses.sendEmail(request -> request.fromEmailAddress(from.value())
                .destination(where -> where.toAddresses(to.value()))
                .content(content -> content.raw(raw -> raw.data(SdkBytes.fromByteArray(mail)))));
    }
}
