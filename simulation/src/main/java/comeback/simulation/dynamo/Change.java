package comeback.simulation.dynamo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an update does to an item; all that it says of values is said of the item before.
 *
 * @param sets new values by name
 * @param removes names
 * @param adds to numbers and to sets of texts, by name
 */
record Change(Map<String, Condition.Operand> sets, List<String> removes, Map<String, Attribute> adds) {
    Map<String, Attribute> of(Map<String, Attribute> before) {
        Map<String, Attribute> after = new HashMap<>(before);
        sets.forEach((name, value) -> after.put(
                name,
                value.in(before)
                        .orElseThrow(() -> Refusal.invalid("The provided expression refers to an attribute that does"
                                + " not exist in the item"))));
        removes.forEach(after::remove);
        adds.forEach((name, more) -> after.put(name, sum(Optional.ofNullable(before.get(name)), more)));
        return after;
    }

    private static Attribute sum(Optional<Attribute> before, Attribute more) {
        if (before.isEmpty()) {
            return more;
        }
        if (before.get().content() instanceof BigDecimal number && more.content() instanceof BigDecimal plus) {
            return Attribute.number(number.add(plus));
        }
        if (before.get().content() instanceof TreeSet<?> set && more.content() instanceof TreeSet<?> plus) {
            TreeSet<String> all = new TreeSet<>();
            set.forEach(each -> all.add(String.valueOf(each)));
            plus.forEach(each -> all.add(String.valueOf(each)));
            return new Attribute("SS", all);
        }
        throw Refusal.invalid("An operand in the update expression has an incorrect data type");
    }
}
