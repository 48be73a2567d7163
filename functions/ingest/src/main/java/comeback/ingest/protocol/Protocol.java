package comeback.ingest.protocol;

import comeback.http.Request;
import java.util.List;
import java.util.Optional;

/** One way in which storefronts speak to us. Clients fix their paths, so each protocol has its own. */
public interface Protocol {
    /** Where it is spoken, for someone who posted elsewhere. */
    List<String> paths();

    /** What a request to this path is; nothing for a path of someone else. Methods and keys are checked later. */
    Optional<Call> at(Request request);
}
