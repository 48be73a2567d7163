package comeback.flowfile;

import comeback.condition.Conditions;
import comeback.condition.Place;
import comeback.flow.Condition;
import comeback.yaml.YamlObject;
import java.util.Optional;

/** A setting of a flow file whose value is a condition. */
final class ConditionSetting {
    private ConditionSetting() {}

    /** The condition under that name; nothing when there is none, or when it has mistakes, which are noted. */
    static Optional<Condition> read(YamlObject from, String name, Place place) {
        return from.text(name).flatMap(text -> {
            Conditions.Read read = Conditions.read(text, place);
            read.mistakes().forEach(mistake -> from.refuse(name, mistake.line(), mistake.what()));
            return read.condition();
        });
    }
}
