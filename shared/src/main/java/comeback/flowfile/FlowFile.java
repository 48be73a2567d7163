package comeback.flowfile;

import comeback.customer.Fingerprint;
import comeback.event.EventNames;
import comeback.flow.Flow;
import comeback.flow.Flow.Again;
import comeback.flow.Flow.Exit;
import comeback.flow.Flow.RunsFor;
import comeback.flow.Step;
import comeback.message.MessageClass;
import comeback.message.Terms;
import comeback.templates.Problem;
import comeback.yaml.YamlFile;
import comeback.yaml.YamlObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One flow.yaml.
 *
 * @param flow absent when there are mistakes
 * @param problems all mistakes
 */
record FlowFile(Optional<Flow> flow, List<Problem> problems) {
    /** Enough to tell two versions of one file apart. */
    private static final int VERSION_LENGTH = 8;

    /** The flows that remind of what was left behind: they are silent after a purchase. */
    private static final String LADDER = "abandonment";

    /**
     * Reads a file.
     *
     * @param flow the folder's name
     * @param file as it stands in messages
     * @param letters names of the letters in the folder; absent for an older file, whose letters may have been taken away
     */
    static FlowFile read(String flow, String file, String text, Optional<List<String>> letters) {
        YamlObject root = YamlFile.read(file, text);
        if (!root.problems().isEmpty()) {
            return new FlowFile(Optional.empty(), root.problems());
        }
        Flow read = new Reader(root, letters).flow(flow, text);
        List<Problem> problems = root.problems();
        return new FlowFile(problems.isEmpty() ? Optional.of(read) : Optional.empty(), problems);
    }

    /** Reads the settings one by one; goes on after a mistake, to find all of them. */
    private record Reader(YamlObject root, Optional<List<String>> letters) {
        Flow flow(String name, String text) {
            root.refuseAllBut("class", "starts", "ladder", "steps", "exits", "max event age", "max without consent");
            MessageClass messageClass = messageClass(root, "class").orElse(MessageClass.MARKETING);
            if (!root.has("class")) {
                root.refuse("class", "\"class\" is missing: transactional, requested or marketing");
            }
            YamlObject starts = root.neededObject("starts");
            starts.refuseAllBut("on", "runs for", "again");
            RunsFor runsFor = choice(starts, "runs for", RunsFor.values(), Reader::lowerCase)
                    .orElse(RunsFor.CUSTOMER);
            Again again = choice(starts, "again", Again.values(), Again::words).orElse(Again.NEVER);
            List<Step> steps = steps(messageClass, runsFor);
            return new Flow(
                    name,
                    Fingerprint.of("flow", text).substring(0, VERSION_LENGTH),
                    messageClass,
                    startsOn(starts),
                    runsFor,
                    again,
                    steps,
                    exits(runsFor),
                    root.duration("max event age").orElse(Flow.MAX_EVENT_AGE_DEFAULT),
                    root.integer("max without consent").orElse(0),
                    text);
        }

        private Set<String> startsOn(YamlObject starts) {
            Set<String> names = new LinkedHashSet<>(starts.texts("on"));
            if (names.isEmpty()) {
                starts.refuse("on", "\"on\" is missing: the events that start this flow");
            }
            for (String name : names) {
                if (!EventNames.ALL.contains(name)) {
                    starts.refuse(
                            "on",
                            "there is no event \"" + name + "\"; known: "
                                    + String.join(", ", new TreeSet<>(EventNames.ALL)));
                }
            }
            return names;
        }

        private Set<Exit> exits(RunsFor runsFor) {
            EnumSet<Exit> exits = EnumSet.noneOf(Exit.class);
            for (String words : root.texts("exits")) {
                Optional<Exit> exit = Arrays.stream(Exit.values())
                        .filter(known -> known.words().equals(words))
                        .findFirst();
                exit.ifPresent(exits::add);
                if (exit.isEmpty()) {
                    root.refuse(
                            "exits", "there is no exit \"" + words + "\"; known: " + words(Exit.values(), Exit::words));
                }
            }
            if (runsFor == RunsFor.CART && !exits.containsAll(List.of(Exit.PURCHASE, Exit.CART_EMPTIED))) {
                // Nobody is reminded of what they bought or put back: no file may forget that.
                root.refuse("exits", "a flow that runs for a cart has the exits [purchase, cart emptied]");
            }
            return exits;
        }

        private List<Step> steps(MessageClass flowClass, RunsFor runsFor) {
            List<Step> steps = new ArrayList<>();
            Set<String> sent = new LinkedHashSet<>();
            for (YamlObject step : root.objects("steps")) {
                if (step.has("wait")) {
                    steps.add(pause(step, runsFor));
                } else if (step.has("send")) {
                    Step.Send send = send(step, flowClass);
                    if (send.terms().isAtOnce() && !steps.isEmpty()) {
                        // What comes later answers nothing that the shopper did this minute.
                        step.refuse("at once", "only the first step of a flow may go at once");
                    }
                    if (!sent.add(send.message())) {
                        step.refuse(
                                "send", "\"" + send.message() + "\" is sent twice; each letter goes once a journey");
                    }
                    steps.add(send);
                } else {
                    step.refuse("", "a step is a \"wait\" or a \"send\"");
                }
            }
            if (sent.isEmpty()) {
                root.refuse("steps", "a flow has at least one step that sends");
            } else if (steps.getLast() instanceof Step.Wait) {
                root.refuse("steps", "nothing comes after the last wait");
            }
            return steps;
        }

        private Step.Wait pause(YamlObject step, RunsFor runsFor) {
            step.refuseAllBut("wait", "after");
            Step.Moment after = choice(step, "after", Step.Moment.values(), Step.Moment::words)
                    .orElse(Step.Moment.PREVIOUS_STEP);
            if (after == Step.Moment.LAST_ACTIVITY && runsFor != RunsFor.CART) {
                step.refuse("after", "only a flow that runs for a cart knows a last activity");
            }
            return new Step.Wait(step.duration("wait").orElse(Duration.ZERO), after);
        }

        private Step.Send send(YamlObject step, MessageClass flowClass) {
            step.refuseAllBut("send", "class", "at once", "priority", "time to live", "without consent");
            MessageClass messageClass = messageClass(step, "class").orElse(flowClass);
            Optional<Step.Send> instead = step.object("without consent").map(other -> send(other, flowClass));
            if (instead.filter(other -> other.messageClass() == MessageClass.MARKETING)
                    .isPresent()) {
                step.refuse("without consent", "what goes without consent can not be marketing: give it a class");
            }
            String letter = step.neededText("send");
            if (!letter.isEmpty()
                    && letters.filter(there -> !there.contains(letter)).isPresent()) {
                step.refuse(
                        "send",
                        "there is no letter " + letter + ".vm in this folder; there are: "
                                + String.join(", ", letters.orElseThrow()));
            }
            return new Step.Send(
                    letter,
                    messageClass,
                    terms(step, messageClass),
                    choice(step, "priority", Step.Priority.values(), Reader::lowerCase)
                            .orElse(Step.Priority.NORMAL),
                    instead);
        }

        private Terms terms(YamlObject step, MessageClass messageClass) {
            boolean isAtOnce = choice(step, "at once", new Boolean[] {true, false}, String::valueOf)
                    .orElse(false);
            boolean isOnLadder = choice(root, "ladder", new String[] {LADDER}, Function.identity())
                    .isPresent();
            Duration timeToLive = step.duration("time to live").orElse(Terms.lifeOf(messageClass));
            return new Terms(isAtOnce, isOnLadder, timeToLive);
        }

        private static String lowerCase(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        private static Optional<MessageClass> messageClass(YamlObject from, String name) {
            return choice(from, name, MessageClass.values(), Reader::lowerCase);
        }

        private static <T> Optional<T> choice(YamlObject from, String name, T[] values, Function<T, String> words) {
            return from.parsed(
                    name,
                    text -> Arrays.stream(values)
                            .filter(value -> words.apply(value).equals(text))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException(text)),
                    "one of: " + words(values, words));
        }

        private static <T> String words(T[] values, Function<T, String> words) {
            return Arrays.stream(values).map(words).collect(Collectors.joining(", "));
        }
    }
}
