package comeback.local.trial;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.local.LocalWorld;
import comeback.table.Packed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What became of recorded events in one world.
 *
 * @param letters all that were born
 * @param coupons how many were given
 */
record Outcome(List<Letter> letters, int coupons) {
    private static final String SENT = "ACCEPTED";

    /**
     * One letter.
     *
     * @param step flow and name of it: "cart / need-help"
     * @param customer our id
     * @param state what became of it: "ACCEPTED", "SKIPPED"
     * @param rule that kept it back; "" when none did
     */
    record Letter(String step, String customer, String state, String rule) {
        boolean isSent() {
            return state.equals(SENT);
        }
    }

    Outcome {
        letters = List.copyOf(letters);
    }

    /** Looks at all that the world kept, which no function ever does. */
    static Outcome of(LocalWorld world) {
        List<Letter> letters = new ArrayList<>();
        int coupons = 0;
        for (Map<String, AttributeValue> item : world.items()) {
            switch (text(item, "sk")) {
                case "MESSAGE" -> letters.add(letter(item));
                case "COUPON" -> coupons++;
                default -> {
                    // Customers, orders, their timelines: not what is compared.
                }
            }
        }
        return new Outcome(letters, coupons);
    }

    private static Letter letter(Map<String, AttributeValue> item) {
        Fields body = Fields.of(Json.parseOwn(text(item, "body")));
        String state = text(item, "state");
        String why = text(item, "stateBody");
        return new Letter(
                body.text("flow").orElse("") + " / " + body.text("name").orElse(""),
                body.text("customer").orElse(""),
                state,
                why.isEmpty() ? "" : Fields.of(Json.parseOwn(why)).text("rule").orElse(""));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? "" : Packed.text(value);
    }

    long count(Predicate<Letter> which) {
        return letters.stream().filter(which).count();
    }

    /** How many have got a letter at all. */
    long people() {
        return letters.stream()
                .filter(Letter::isSent)
                .map(Letter::customer)
                .distinct()
                .count();
    }

    /** What a customer has got, each letter as often as they got it. */
    Map<String, Long> sentTo(String customer) {
        return counted(letters.stream()
                .filter(letter -> letter.isSent() && letter.customer().equals(customer))
                .map(Letter::step)
                .toList());
    }

    /** How often each of the rules kept a letter back. */
    Map<String, Long> keptBack() {
        return counted(letters.stream()
                .map(Letter::rule)
                .filter(rule -> !rule.isEmpty())
                .toList());
    }

    private static Map<String, Long> counted(Collection<String> names) {
        return names.stream().collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }
}
