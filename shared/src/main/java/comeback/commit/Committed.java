package comeback.commit;

import comeback.message.MessageId;
import java.util.Set;

/** What came of a commit. */
public sealed interface Committed {
    /** It is stored. */
    record Saved() implements Committed {}

    /** Somebody else changed the customer since it was loaded: load and decide again. */
    record Stale() implements Committed {}

    /**
     * Some of the messages were born long ago, by a report we no longer remember: decide again without them.
     *
     * @param messages which
     */
    record AlreadyDone(Set<MessageId> messages) implements Committed {}
}
