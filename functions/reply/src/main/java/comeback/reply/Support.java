package comeback.reply;

import comeback.customer.EmailAddress;

/** The people of a store who answer shoppers. */
public interface Support {
    /**
     * Hands them a mail, whole. Comes back when it was taken, and fails otherwise.
     *
     * @param from whose mail it is
     * @param mail all of it, headers first
     */
    void hand(EmailAddress from, EmailAddress to, byte[] mail);
}
