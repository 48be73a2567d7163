package comeback.engagement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is kept of how a letter was touched. It is bounded: a machine that follows links all day fills nothing, and leaves
 * room for the person who comes after it.
 *
 * @param opens the first {@value #OPENS_MAX}, oldest first
 * @param clicks the first {@value #CLICKS_MAX}, oldest first; no more than {@value #UNJUDGED_MAX} before they are judged
 * @param judged what was made of the clicks, once something was
 * @param stops that its way out was used; once is enough
 * @param answers what was answered to its question; the first
 */
public record Touches(
        List<Touch> opens, List<Touch> clicks, Optional<Judged> judged, List<Touch> stops, List<Touch> answers) {
    private static final Comparator<Touch> IN_ORDER =
            Comparator.comparing(Touch::at).thenComparing(Touch::link).thenComparing(Touch::agent);

    public static final int OPENS_MAX = 5;
    public static final int CLICKS_MAX = 40;
    public static final int UNJUDGED_MAX = 20;
    public static final int STOPS_MAX = 1;
    public static final int ANSWERS_MAX = 1;

    public static final Touches NONE = new Touches(List.of(), List.of(), Optional.empty());

    public Touches {
        opens = opens.stream().sorted(IN_ORDER).toList();
        clicks = clicks.stream().sorted(IN_ORDER).toList();
        stops = List.copyOf(stops);
        answers = List.copyOf(answers);
    }

    /** Those of a letter whose way out nobody used, and which asked nothing. */
    public Touches(List<Touch> opens, List<Touch> clicks, Optional<Judged> judged) {
        this(opens, clicks, judged, List.of(), List.of());
    }

    public boolean isEmpty() {
        return opens.isEmpty() && clicks.isEmpty() && stops.isEmpty() && answers.isEmpty();
    }

    /** Whether its own link ended all marketing to who got it. */
    public boolean isStopped() {
        return !stops.isEmpty();
    }

    /** What was answered to its question first. */
    public Optional<String> answer() {
        return answers.stream().map(Touch::link).findFirst();
    }

    public boolean knows(Touch touch) {
        return of(touch.kind()).contains(touch);
    }

    /** How many of this kind may be kept now. */
    public int most(Touch.Kind kind) {
        return switch (kind) {
            case OPEN -> OPENS_MAX;
            case CLICK -> judged.isPresent() ? CLICKS_MAX : UNJUDGED_MAX;
            case STOP -> STOPS_MAX;
            case ANSWER -> ANSWERS_MAX;
        };
    }

    public List<Touch> of(Touch.Kind kind) {
        return switch (kind) {
            case OPEN -> opens;
            case CLICK -> clicks;
            case STOP -> stops;
            case ANSWER -> answers;
        };
    }

    public Touches with(Touch added) {
        List<Touch> all = new ArrayList<>(of(added.kind()));
        all.add(added);
        return switch (added.kind()) {
            case OPEN -> new Touches(all, clicks, judged, stops, answers);
            case CLICK -> new Touches(opens, all, judged, stops, answers);
            case STOP -> new Touches(opens, clicks, judged, all, answers);
            case ANSWER -> new Touches(opens, clicks, judged, stops, all);
        };
    }

    public Touches with(Judged made) {
        return new Touches(opens, clicks, Optional.of(made), stops, answers);
    }

    /** Those of which nothing was made so far. */
    public List<Touch> unjudged() {
        return clicks.stream()
                .filter(click -> judged.flatMap(made -> made.of(click)).isEmpty())
                .toList();
    }

    /** Of how many letters the address of each judged click followed links then, by the click's mark. */
    public Map<String, Integer> crowds() {
        return judged.map(Judged::clicks).orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, made -> made.getValue().crowd()));
    }

    /** When a link in it was followed last. */
    public Optional<Instant> clickedAt() {
        return clicks.stream().map(Touch::at).reduce((earlier, later) -> later);
    }
}
