package comeback.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What watches the deployment. */
public interface Watch {
    /** Where nobody watches. */
    Watch NOBODY = Optional::empty;

    /** The alarms that ring now; absent when that could not be told. */
    Optional<List<Ringing>> ringing();

    /**
     * An alarm that rings.
     *
     * @param name as the deployment's template names it: "FlaggedMessages"
     * @param what it means, in English
     * @param since when
     */
    record Ringing(String name, String what, Instant since) {}
}
