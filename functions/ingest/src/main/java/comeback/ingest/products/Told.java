package comeback.ingest.products;

import comeback.catalogue.Report;
import java.util.List;

/**
 * What an object of a request says.
 *
 * @param report of the shop
 * @param notes what was left out of it and why; the rest counts all the same
 */
public record Told(Report report, List<String> notes) {
    public Told {
        notes = List.copyOf(notes);
    }
}
