package comeback.flowfile;

import comeback.condition.Place;
import comeback.event.EventNames;
import comeback.flow.Trigger;
import comeback.yaml.YamlObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What starts a flow: "on" and "when" in its "starts", or "any of" with several such pairs. */
final class StartsSetting {
    static final String ANY_OF = "any of";

    private StartsSetting() {}

    static List<Trigger> read(YamlObject starts) {
        if (!starts.has(ANY_OF)) {
            return List.of(trigger(starts));
        }
        if (starts.has("on") || starts.has("when")) {
            starts.refuse(ANY_OF, "\"" + ANY_OF + "\" stands instead of \"on\" and \"when\": write them below it");
        }
        List<YamlObject> pairs = starts.objects(ANY_OF);
        pairs.forEach(pair -> pair.refuseAllBut("on", "when"));
        return pairs.stream().map(StartsSetting::trigger).toList();
    }

    private static Trigger trigger(YamlObject from) {
        Set<String> names = new LinkedHashSet<>(from.texts("on"));
        if (names.isEmpty()) {
            from.refuse("on", "\"on\" is missing: the events that start this flow");
        }
        for (String name : names) {
            if (!EventNames.ALL.contains(name)) {
                from.refuse(
                        "on",
                        "there is no event \"" + name + "\"; known: "
                                + String.join(", ", new TreeSet<>(EventNames.ALL)));
            }
        }
        return new Trigger(names, ConditionSetting.read(from, "when", Place.start(names)));
    }
}
