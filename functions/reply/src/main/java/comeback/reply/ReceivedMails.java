package comeback.reply;

import java.util.Optional;

/** Where SES puts the mails that come in. What was handed on is taken away, so the same mail twice is once. */
public interface ReceivedMails {
    /** The mail as it came; nothing when it was taken away. */
    Optional<byte[]> find(String id);

    /** Takes it away; that it is gone already is no mistake. */
    void remove(String id);
}
