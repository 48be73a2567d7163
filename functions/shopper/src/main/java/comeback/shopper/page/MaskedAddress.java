package comeback.shopper.page;

import comeback.customer.EmailAddress;

/** An address so far as its owner knows it again. Letters get forwarded, and the link in them with it. */
final class MaskedAddress {
    private static final String HIDDEN = "•••";

    private MaskedAddress() {}

    /** {@code s•••@mail.example} for sibel@mail.example. Of a name of one letter nothing is shown. */
    static String of(EmailAddress address) {
        int at = address.value().indexOf('@');
        return address.value().substring(0, at > 1 ? 1 : 0)
                + HIDDEN
                + address.value().substring(at);
    }
}
