package comeback.flowfile;

import comeback.condition.Place;
import comeback.customer.Fingerprint;
import comeback.customer.Topic;
import comeback.event.EventNames;
import comeback.flow.Content;
import comeback.flow.Exit;
import comeback.flow.Flow;
import comeback.flow.Flow.Again;
import comeback.flow.Flow.RunsFor;
import comeback.flow.Ladder;
import comeback.flow.Ladder.Rung;
import comeback.flow.Step;
import comeback.message.MessageClass;
import comeback.message.Terms;
import comeback.store.Mode;
import comeback.templates.Problem;
import comeback.yaml.YamlFile;
import comeback.yaml.YamlObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, Exit> EXITS = Map.of(
            "purchase", new Exit.Purchase(),
            "cart emptied", new Exit.CartEmptied(),
            "consent given", new Exit.ConsentGiven(),
            "consent withdrawn", new Exit.ConsentWithdrawn());

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
            root.refuseAllBut(
                    "class",
                    "starts",
                    "topic",
                    "ladder",
                    "rung",
                    "lower rungs",
                    "steps",
                    "exits",
                    "exit if",
                    "max event age",
                    "max without consent",
                    "max reminders",
                    "leave out",
                    "mode",
                    "holdout");
            MessageClass messageClass = Choices.messageClass(root, "class").orElse(MessageClass.MARKETING);
            if (!root.has("class")) {
                root.refuse("class", "\"class\" is missing: transactional, requested or marketing");
            }
            YamlObject starts = root.neededObject("starts");
            starts.refuseAllBut("on", "when", StartsSetting.ANY_OF, "runs for", "again");
            RunsFor runsFor = Choices.choice(starts, "runs for", RunsFor.values(), Choices::lowerCase)
                    .orElse(RunsFor.CUSTOMER);
            Again again = again(starts);
            boolean isOnLadder = Choices.choice(root, "ladder", new String[] {LADDER}, Function.identity())
                    .isPresent();
            List<Exit> exits = exits(runsFor);
            List<Step> steps = StepsReader.read(
                    root, new SendReader(messageClass, isOnLadder, topic(isOnLadder), letters), runsFor, exits);
            return new Flow(
                    name,
                    Fingerprint.of("flow", text).substring(0, VERSION_LENGTH),
                    messageClass,
                    StartsSetting.read(starts),
                    runsFor,
                    again,
                    steps,
                    exits,
                    root.duration("max event age").orElse(Flow.MAX_EVENT_AGE_DEFAULT),
                    root.integer("max without consent").orElse(0),
                    root.integer("max reminders"),
                    ladder(isOnLadder),
                    leavesOut(runsFor),
                    root.parsed("mode", Mode::of, "live, shadow, or like \"canary 10%\"")
                            .orElse(new Mode.Live()),
                    holdout(messageClass),
                    text);
        }

        private Topic topic(boolean isOnLadder) {
            return Choices.choice(root, "topic", Topic.values(), Choices::lowerCase)
                    .orElse(Terms.usualTopic(isOnLadder));
        }

        private Again again(YamlObject starts) {
            String after = "after ";
            return starts.parsed(
                            "again",
                            text -> switch (text) {
                                case "never" -> new Again.Never();
                                case "for another" -> new Again.ForAnother();
                                default -> {
                                    if (!text.startsWith(after)) {
                                        throw new IllegalArgumentException(text);
                                    }
                                    yield new Again.After(YamlObject.toDuration(text.substring(after.length())));
                                }
                            },
                            "never, for another, or a time like \"after 365d\"")
                    .orElse(new Again.Never());
        }

        private Optional<Ladder> ladder(boolean isOnLadder) {
            Optional<Rung> rung = Choices.choice(root, "rung", Rung.values(), Rung::words);
            Optional<String> lower =
                    Choices.choice(root, "lower rungs", new String[] {"end", "wait"}, Function.identity());
            if (!isOnLadder && (rung.isPresent() || lower.isPresent())) {
                root.refuse(
                        rung.isPresent() ? "rung" : "lower rungs",
                        "only a flow with \"ladder: abandonment\" has a rung");
            }
            return isOnLadder
                    ? Optional.of(new Ladder(
                            rung.orElse(Rung.CART), lower.filter("wait"::equals).isPresent()))
                    : Optional.empty();
        }

        /** Nobody who left one thing is shown others, unless the file says so by what else it leaves out. */
        private Set<Content> leavesOut(RunsFor runsFor) {
            if (!root.has("leave out")) {
                return runsFor == RunsFor.CART ? Set.of(Content.RECOMMENDATIONS) : Set.of();
            }
            Set<Content> kinds = new LinkedHashSet<>();
            for (String words : root.texts("leave out")) {
                Optional<Content> kind = Arrays.stream(Content.values())
                        .filter(known -> known.words().equals(words))
                        .findFirst();
                kind.ifPresent(kinds::add);
                if (kind.isEmpty()) {
                    root.refuse(
                            "leave out",
                            "there is no kind of content \"" + words + "\"; known: "
                                    + Arrays.stream(Content.values())
                                            .map(Content::words)
                                            .collect(Collectors.joining(", ")));
                }
            }
            return kinds;
        }

        private int holdout(MessageClass messageClass) {
            Optional<Integer> percent = root.parsed(
                    "holdout",
                    text -> {
                        int number = Integer.parseInt(text.replaceFirst(" ?%$", ""));
                        if (number < 1 || number > Flow.HOLDOUT_MAX) {
                            throw new IllegalArgumentException(text);
                        }
                        return number;
                    },
                    "1% to " + Flow.HOLDOUT_MAX + "%");
            if (percent.isPresent() && messageClass != MessageClass.MARKETING) {
                root.refuse("holdout", "only marketing is held out: what somebody asked for or bought is theirs");
            }
            return percent.orElse(0);
        }

        private List<Exit> exits(RunsFor runsFor) {
            List<Exit> exits = new ArrayList<>();
            for (String words : root.texts("exits")) {
                Optional<Exit> exit = Optional.ofNullable(EXITS.get(words))
                        .or(() -> Optional.of(words)
                                .filter(EventNames.ALL::contains)
                                .map(Exit.On::new));
                exit.ifPresent(exits::add);
                if (exit.isEmpty()) {
                    root.refuse(
                            "exits",
                            "there is no exit \"" + words + "\"; known: "
                                    + String.join(", ", new TreeSet<>(EXITS.keySet())) + ", and the name of any event");
                }
            }
            ConditionSetting.read(root, "exit if", Place.step())
                    .map(Exit.If::new)
                    .ifPresent(exits::add);
            if (runsFor == RunsFor.CART && !exits.containsAll(List.of(new Exit.Purchase(), new Exit.CartEmptied()))) {
                // Nobody is reminded of what they bought or put back: no file may forget that.
                root.refuse("exits", "a flow that runs for a cart has the exits [purchase, cart emptied]");
            }
            return exits;
        }
    }
}
