package comeback.json;

import java.util.ArrayList;
import java.util.List;

/** What was noted as wrong while a document was read. A document can hold more mistakes than anyone wants to keep. */
final class Problems {
    private static final int KEPT_MAX = 1_000;

    private final List<String> kept = new ArrayList<>();
    private int count;

    void add(String problem) {
        count++;
        if (kept.size() < KEPT_MAX) {
            kept.add(problem);
        }
    }

    /** The first of them. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    /** Of all. */
    int count() {
        return count;
    }
}
