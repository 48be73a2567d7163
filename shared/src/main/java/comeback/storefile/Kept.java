package comeback.storefile;

import comeback.store.Platform;
import java.util.List;
import java.util.Map;

/**
 * What a store has that its settings may leave out, because secrets are better not written down anywhere.
 *
 * @param linkSecret signs its links
 * @param webhookSecrets what its shop systems sign with
 */
public record Kept(String linkSecret, Map<Platform, List<String>> webhookSecrets) {
    public Kept {
        webhookSecrets = Map.copyOf(webhookSecrets);
    }
}
