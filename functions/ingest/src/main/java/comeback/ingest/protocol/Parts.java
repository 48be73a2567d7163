package comeback.ingest.protocol;

import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The parts of a body, read one by one. A part with a mistake is left out and the others are kept: no client can send a batch
 * again without that part, so refusing all would lose all.
 */
public final class Parts {
    /** Segment's own limit. Other protocols have lower ones. */
    public static final int MAX = 2_500;

    private final Fields body;
    private final List<Read> events = new ArrayList<>();
    private int count;
    private boolean isWhole = true;

    /** Begins with what was read of the body so far: a mistake around the parts spoils all of them. */
    public Parts(Fields body) {
        this.body = body;
        this.isWhole = body.problemCount() == 0;
    }

    /** The reading of a body that is one part. */
    public static Reading one(Fields body, Supplier<Optional<Read>> part) {
        var parts = new Parts(body);
        parts.add(part);
        return parts.reading();
    }

    /** Reads one part, or leaves it out when anything in it is noted as wrong. */
    public void add(Supplier<Optional<Read>> part) {
        int before = body.problemCount();
        var read = part.get();
        if (body.problemCount() == before) {
            read.ifPresent(events::add);
        }
    }

    /**
     * Reads each object of a list. That there is no list, or that it is too long, spoils the whole body.
     *
     * @param holder has the list
     * @param what stands in it, for whoever left it out
     */
    public void each(Fields holder, String list, String what, Function<Fields, Optional<Read>> part) {
        for (Fields item : objects(holder, list, what)) {
            add(() -> part.apply(item));
        }
    }

    /** The objects of a list that all count as parts; none of them when the whole body is spoilt. */
    public List<Fields> objects(Fields holder, String list, String what) {
        // Counted before anything is noted of the elements: there may be a quarter of a million.
        count += holder.asMap().get(list) instanceof List<?> elements ? elements.size() : 0;
        if (count > MAX) {
            isWhole = false;
            holder.refuse(list, count + " " + what + "; at most " + MAX);
            return List.of();
        }
        var items = holder.objects(list);
        if (items.isEmpty()) {
            isWhole = false;
            if (!holder.has(list)) {
                holder.refuse(list, "required: a list of " + what);
            }
        }
        return items.orElse(List.of());
    }

    /** What all of it came to. */
    public Reading reading() {
        List<String> problems = body.problems().stream().distinct().toList();
        var kept = new Reading.Understood(events);
        if (problems.isEmpty()) {
            return kept;
        }
        return isWhole && !events.isEmpty() ? new Reading.Partly(kept, problems) : new Reading.Refused(problems);
    }
}
