package comeback.ingest.segment;

import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.util.Map;

/**
 * Where a message comes from, for whoever reads a timeline or asks where a consent was given.
 *
 * @param protocol in a word: "Segment"
 * @param client the protocol and the client that spoke it
 */
public record Origin(String protocol, String client) {
    private static final int CLIENT_MAX = 80;

    public Origin {
        client = Texts.clean(client, CLIENT_MAX);
    }

    /** A client of Segment's family names itself in the context. */
    static Origin segment(Fields context) {
        if (!(context.asMap().get("library") instanceof Map<?, ?> library)) {
            return new Origin("Segment", "Segment API");
        }
        String client = library.get("name") instanceof String name ? " from " + name : "";
        String version = library.get("version") instanceof String number ? " " + number : "";
        return new Origin("Segment", "Segment API" + client + version);
    }
}
