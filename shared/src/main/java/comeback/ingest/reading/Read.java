package comeback.ingest.reading;

import comeback.event.StoreEvent;
import java.util.Map;

/**
 * One event of a request.
 *
 * @param event in our vocabulary
 * @param raw the sender's own JSON object, for the timeline; without the write key, which is a secret
 */
public record Read(StoreEvent event, Map<String, Object> raw) {}
