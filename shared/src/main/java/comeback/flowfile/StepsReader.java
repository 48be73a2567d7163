package comeback.flowfile;

import comeback.condition.Place;
import comeback.event.EventNames;
import comeback.flow.Condition;
import comeback.flow.Days;
import comeback.flow.Exit;
import comeback.flow.Flow.RunsFor;
import comeback.flow.Step;
import comeback.flow.Step.Moment;
import comeback.flow.Until;
import comeback.yaml.YamlObject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Reads a flow's steps and lays them in one list: of a fork first the fork itself, then one way, then a leap over the other,
 * then the other. The same file always gives the same list, because a journey's place in it is stored.
 */
final class StepsReader {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");
    private static final Pattern DATE_NAME = Pattern.compile("[a-z][a-z0-9 _-]{0,39}");

    /** Stands where a fork or a leap will stand once it is known how far it leads. */
    private static final Step NOT_YET_KNOWN = new Step.Stop("");

    private final SendReader sends;
    private final RunsFor runsFor;
    private final List<Step> steps = new ArrayList<>();
    private final List<YamlObject> places = new ArrayList<>();

    private StepsReader(SendReader sends, RunsFor runsFor) {
        this.sends = sends;
        this.runsFor = runsFor;
    }

    /** All steps; their mistakes are noted. */
    static List<Step> read(YamlObject root, SendReader sends, RunsFor runsFor, List<Exit> exits) {
        StepsReader reader = new StepsReader(sends, runsFor);
        int before = root.problems().size();
        reader.block(root, "steps");
        if (runsFor == RunsFor.DAY
                && reader.steps.stream().noneMatch(step -> step instanceof Step.Wait(Until.Anniversary date))) {
            root.refuse("steps", "a flow that runs for a day waits until one: \"wait until: " + Days.EACH + "\"");
        }
        // An older file was good enough for those who began under it: what we have learned to refuse since strands
        // nobody.
        if (root.problems().size() == before && sends.letters().isPresent()) {
            new WayCheck(root, reader.steps, reader.places, exits).run();
        }
        return reader.steps;
    }

    private void block(YamlObject parent, String name) {
        parent.objects(name).forEach(this::step);
    }

    private void step(YamlObject step) {
        if (step.has("wait")) {
            add(step, new Step.Wait(pause(step)));
        } else if (step.has("wait until")) {
            add(step, new Step.Wait(until(step)));
        } else if (step.has("wait for")) {
            await(step);
        } else if (step.has("if")) {
            branch(step);
        } else if (step.has("send")) {
            add(step, sends.read(step));
        } else if (step.has("stop")) {
            step.refuseAllBut("stop");
            add(step, new Step.Stop(step.neededText("stop")));
        } else {
            step.refuse(
                    "", "a step is a \"wait\", a \"wait until\", a \"wait for\", an \"if\", a \"send\" or a \"stop\"");
        }
    }

    private Until pause(YamlObject step) {
        step.refuseAllBut("wait", "after", "variants");
        Duration first = step.duration("wait").orElse(Duration.ZERO);
        return new Until.Passed(first, after(step), delays(step, first));
    }

    /** "variants: {1h: 1, 4h: 1}": lengths, and how many customers wait so long beside the others. */
    private static List<Until.Delay> delays(YamlObject step, Duration first) {
        List<Until.Delay> delays = new ArrayList<>();
        step.object("variants").ifPresent(block -> {
            for (String words : block.names()) {
                SendReader.weight(block, words).ifPresent(weight -> {
                    try {
                        delays.add(new Until.Delay(words, YamlObject.toDuration(words), weight));
                    } catch (IllegalArgumentException e) {
                        block.refuse(words, "a wait's variants are times like 90s, 30m, 24h or 7d, with their weights");
                    }
                });
            }
            if (block.names().size() < 2
                    || (!delays.isEmpty() && !delays.getFirst().duration().equals(first))) {
                step.refuse(
                        "variants",
                        "a wait's \"variants\" are at least two times with their weights, and the first is the wait's own");
            }
        });
        return delays;
    }

    private Moment after(YamlObject step) {
        Moment after =
                Choices.choice(step, "after", Moment.values(), Moment::words).orElse(Moment.PREVIOUS_STEP);
        if (after == Moment.LAST_ACTIVITY && runsFor != RunsFor.CART) {
            step.refuse("after", "only a flow that runs for a cart knows a last activity");
        }
        return after;
    }

    private Until until(YamlObject step) {
        String what = step.neededText("wait until");
        if (TIME.matcher(what).matches()) {
            step.refuseAllBut("wait until");
            return new Until.Clock(time(step, "wait until"));
        }
        step.refuseAllBut("wait until", "days", "at");
        if (!DATE_NAME.matcher(what).matches()) {
            step.refuse(
                    "wait until",
                    "\"wait until\" must be a time of day like \"09:00\" or the name of a date like birthday, not \""
                            + what + "\"");
        }
        if (runsFor != RunsFor.DAY && Days.FOR_DAYS_ONLY.contains(what)) {
            step.refuse("wait until", "only a flow that runs for a day knows \"" + what + "\"");
        }
        int days = step.integer("days").orElse(0);
        if (Math.abs(days) > Until.DAYS_MAX) {
            step.refuse("days", "\"days\" must be at most " + Until.DAYS_MAX + " before or after the date");
        }
        return new Until.Anniversary(what, days, time(step, "at"));
    }

    private static LocalTime time(YamlObject step, String name) {
        return step.parsed(
                        name,
                        text -> LocalTime.parse(text.length() == "9:00".length() ? "0" + text : text),
                        "a time of day like \"09:00\"")
                .orElse(Until.MORNING);
    }

    private void await(YamlObject step) {
        step.refuseAllBut("wait for", "at most", "after", "then", "else");
        Set<String> events = new LinkedHashSet<>(step.texts("wait for"));
        for (String event : events) {
            if (!event.equals(Step.PURCHASE) && !EventNames.ALL.contains(event)) {
                step.refuse("wait for", noSuchEvent(event));
            }
        }
        Optional<Duration> atMost = step.duration("at most");
        if (!step.has("at most")) {
            step.refuse("at most", "\"at most\" is missing: nobody waits for ever");
        }
        Moment after = after(step);
        fork(step, timedOut -> new Step.Await(events, atMost.orElse(Duration.ZERO), after, timedOut));
    }

    static String noSuchEvent(String event) {
        return "there is no event \"" + event + "\"; known: " + Step.PURCHASE + ", "
                + String.join(", ", new TreeSet<>(EventNames.ALL));
    }

    private void branch(YamlObject step) {
        step.refuseAllBut("if", "then", "else");
        if (!step.has("then") && !step.has("else")) {
            step.refuse("if", "an \"if\" has a \"then\", an \"else\" or both");
        }
        Optional<Condition> condition = ConditionSetting.read(step, "if", Place.step());
        fork(
                step,
                otherwise -> condition
                        .<Step>map(known -> new Step.Branch(known, otherwise))
                        .orElse(NOT_YET_KNOWN));
    }

    private void fork(YamlObject step, IntFunction<Step> leadingTo) {
        int at = add(step, NOT_YET_KNOWN);
        block(step, "then");
        Optional<Integer> leap = step.has("else") ? Optional.of(add(step, NOT_YET_KNOWN)) : Optional.empty();
        int other = steps.size();
        block(step, "else");
        leap.ifPresent(from -> steps.set(from, new Step.Leap(steps.size())));
        steps.set(at, leadingTo.apply(other));
    }

    private int add(YamlObject place, Step step) {
        steps.add(step);
        places.add(place);
        return steps.size() - 1;
    }
}
