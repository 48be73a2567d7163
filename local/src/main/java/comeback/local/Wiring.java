package comeback.local;

import comeback.local.aws.LocalAws;
import comeback.local.lambda.Functions;
import comeback.store.Store;
import comeback.templates.Problem;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The functions, wired for a local world; another set of them in the tests of the local world itself. */
public interface Wiring {
    /**
     * What there is to wire them with.
     *
     * @param aws the real SDK clients
     * @param clock the local world's
     * @param publicUrl where shoppers reach the functions
     * @param templates the folder of flows and letters
     * @param told gets the mistakes that are made in that folder later, and an empty list when they are mended
     * @param log takes what functions print
     */
    record Ground(
            LocalAws aws,
            InstantSource clock,
            URI publicUrl,
            Path templates,
            Consumer<List<Problem>> told,
            PrintStream log) {}

    Functions functions();

    /** Puts the stores into an empty table. */
    void save(List<Store> stores);

    /** Whether a flow tries something, which the night judges. */
    default boolean isTrying() {
        return false;
    }

    /** The mistakes in the templates as they are now. */
    List<Problem> problems();
}
