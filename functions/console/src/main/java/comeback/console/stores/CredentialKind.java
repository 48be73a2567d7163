package comeback.console.stores;

import comeback.commit.Registered;
import comeback.store.Credential;
import comeback.yaml.YamlObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is made at the desk: keys, or secrets.
 *
 * @param <C> what is kept of one
 */
interface CredentialKind<C extends Credential> {
    /**
     * A new one, as it is kept, and as it is shown this once.
     *
     * @param shown all that may be told of it
     */
    record Fresh<C>(C kept, Map<String, Object> shown) {}

    /** "key": what one is called in messages. */
    String word();

    /** "keys": what a list of them is called. */
    String list();

    /** How many a store may have that were made here. */
    int most(Registered store);

    /** Those that were made here. */
    List<C> made(Registered store);

    Registered with(Registered store, List<C> made);

    /** Those that stand in the settings, as they are told of. */
    List<Map<String, Object>> ofSettings(Registered store);

    /** One that was made here, as it is told of from then on. */
    Map<String, Object> told(C made);

    /** One that ends then. */
    C ending(C made, Instant end);

    /** Which settings a new one takes. */
    String[] settings();

    /** A new one as asked for; nothing after a mistake, which is noted. */
    Optional<Fresh<C>> fresh(YamlObject asked, Instant now);

    /** Which settings a successor takes. */
    String[] successorSettings();

    /** One in the place of a former one. */
    Optional<Fresh<C>> successor(C former, YamlObject asked, Instant now);
}
