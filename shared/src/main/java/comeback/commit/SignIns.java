package comeback.commit;

import comeback.store.KeyHash;
import java.time.Instant;
import java.util.Optional;

/** Who signs in at the console: the links that were asked for, and the sessions that came of them. */
public interface SignIns {
    /**
     * Takes one of the places that somebody has within a while.
     *
     * @param who an address, or a network; only its fingerprint is kept
     * @param since when the while began
     * @param until when it ends
     * @param most how many places there are
     * @return whether there was one
     */
    boolean take(String who, Instant since, Instant until, int most);

    /** Keeps a link, and has its letter sent if there is somebody to send it to. */
    void ask(AskedLink link);

    Optional<AskedLink> asked(String id);

    /**
     * Takes a link's letter for sending.
     *
     * @return whether this caller may send it; of two, one may
     */
    boolean claim(String id);

    /**
     * Uses a link up for a session.
     *
     * @return false when it was used before
     */
    boolean open(AskedLink link, Session session, AuditEntry entry);

    /** The session that a browser holds the key of, also one that is over. */
    Optional<Session> session(KeyHash key);

    /** Ends a session; ending it twice is ending it once. */
    void close(Session session, AuditEntry entry);
}
