package comeback.send;

import comeback.commit.SendingAccount.Quota;
import java.time.Instant;
import java.util.Optional;

/** Asks the outside world how much the account may send. */
public interface AccountQuota {
    /**
     * Asks once.
     *
     * @param now written on the answer
     * @return nothing when there was no answer: then the last one holds
     */
    Optional<Quota> read(Instant now);
}
