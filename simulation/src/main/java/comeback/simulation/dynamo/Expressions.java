package comeback.simulation.dynamo;

import comeback.simulation.dynamo.Condition.Operand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a call's expressions, with the names and values that came with it. It knows what Comeback uses; anything else is
 * a mistake of this simulator's reader, and flies.
 */
final class Expressions {
    private static final Pattern TOKEN = Pattern.compile("\\s*([#:]?[A-Za-z][A-Za-z0-9_]*|<=|>=|[=<>(),])\\s*");
    private static final Set<String> SIGNS = Set.of("=", "<", "<=", ">", ">=");
    private static final Set<String> CLAUSES = Set.of("SET", "REMOVE", "ADD");

    /** Attributes that are called by their names, and no words that DynamoDB keeps for itself. */
    private static final Set<String> PLAIN_NAMES = Set.of("pk", "sk", "home");

    private final Map<?, ?> names;
    private final Map<?, ?> values;
    private final Set<String> used = new HashSet<>();
    private List<String> tokens = List.of();
    private int next;

    /**
     * Of this call or this part of it.
     *
     * @param request has ExpressionAttributeNames and ExpressionAttributeValues, or not
     */
    Expressions(Map<?, ?> request) {
        names = given(request, "ExpressionAttributeNames");
        values = given(request, "ExpressionAttributeValues");
    }

    private static Map<?, ?> given(Map<?, ?> request, String member) {
        if (!request.containsKey(member)) {
            return Map.of();
        }
        if (!(request.get(member) instanceof Map<?, ?> map) || map.isEmpty()) {
            throw Refusal.invalid(member + " must not be empty");
        }
        return map;
    }

    /** A condition; with none, all is well. */
    Condition condition(Optional<Object> text) {
        if (text.isEmpty()) {
            return new Condition.True();
        }
        begin(String.valueOf(text.get()));
        Condition condition = either();
        end();
        return condition;
    }

    /** An update's change. */
    Change change(String text) {
        begin(text);
        Map<String, Operand> sets = new LinkedHashMap<>();
        List<String> removes = new ArrayList<>();
        Map<String, Attribute> adds = new LinkedHashMap<>();
        Set<String> clauses = new HashSet<>();
        while (next < tokens.size()) {
            String clause = take();
            if (!CLAUSES.contains(clause) || !clauses.add(clause)) {
                throw unknown();
            }
            do {
                String name = name(take());
                switch (clause) {
                    case "SET" -> {
                        need("=");
                        sets.put(name, operand());
                    }
                    case "ADD" -> adds.put(name, value(take()));
                    default -> removes.add(name);
                }
            } while (skip(","));
        }
        Set<String> all = new HashSet<>(removes);
        all.addAll(sets.keySet());
        all.addAll(adds.keySet());
        if (all.size() != removes.size() + sets.size() + adds.size()) {
            throw Refusal.invalid("Invalid UpdateExpression: Two document paths overlap with each other");
        }
        return new Change(sets, removes, adds);
    }

    /** Whatever came along must stand in an expression. */
    void checkAllUsed() {
        unused(names).ifPresent(keys -> {
            throw Refusal.invalid("Value provided in ExpressionAttributeNames unused in expressions: keys: " + keys);
        });
        unused(values).ifPresent(keys -> {
            throw Refusal.invalid("Value provided in ExpressionAttributeValues unused in expressions: keys: " + keys);
        });
    }

    private Optional<Set<String>> unused(Map<?, ?> given) {
        Set<String> keys = new TreeSet<>();
        given.keySet().forEach(key -> keys.add(String.valueOf(key)));
        keys.removeAll(used);
        return Optional.of(keys).filter(left -> !left.isEmpty());
    }

    private Condition either() {
        Condition left = both();
        return skip("OR") ? new Condition.Or(left, either()) : left;
    }

    private Condition both() {
        Condition left = one();
        return skip("AND") ? new Condition.And(left, both()) : left;
    }

    private Condition one() {
        if (skip("NOT")) {
            return new Condition.Not(one());
        }
        if (skip("(")) {
            Condition inner = either();
            need(")");
            return inner;
        }
        return switch (look()) {
            case "attribute_exists" -> new Condition.Exists(argument());
            case "attribute_not_exists" -> new Condition.Not(new Condition.Exists(argument()));
            case "begins_with" -> {
                List<Operand> two = arguments();
                yield new Condition.Begins(two.getFirst(), two.getLast());
            }
            case "contains" -> {
                List<Operand> two = arguments();
                yield new Condition.Contains(two.getFirst(), two.getLast());
            }
            default -> comparison();
        };
    }

    private Condition comparison() {
        Operand left = operand();
        if (skip("BETWEEN")) {
            Operand from = operand();
            need("AND");
            return new Condition.And(
                    new Condition.Compared(left, ">=", from), new Condition.Compared(left, "<=", operand()));
        }
        String sign = take();
        if (!SIGNS.contains(sign)) {
            throw unknown();
        }
        return new Condition.Compared(left, sign, operand());
    }

    private Operand operand() {
        return switch (look()) {
            case "size" -> new Condition.Size(argument());
            case "if_not_exists" -> {
                take();
                need("(");
                String name = name(take());
                need(",");
                Operand otherwise = operand();
                need(")");
                yield new Condition.IfNotExists(name, otherwise);
            }
            default -> look().startsWith(":") ? new Condition.Given(value(take())) : new Condition.Path(name(take()));
        };
    }

    private String argument() {
        take();
        need("(");
        String name = name(take());
        need(")");
        return name;
    }

    private List<Operand> arguments() {
        take();
        need("(");
        Operand first = operand();
        need(",");
        Operand second = operand();
        need(")");
        return List.of(first, second);
    }

    private String name(String token) {
        if (PLAIN_NAMES.contains(token)) {
            return token;
        }
        if (!token.startsWith("#")) {
            throw unknown();
        }
        used.add(token);
        Object name = names.get(token);
        if (name == null) {
            throw Refusal.invalid("An expression attribute name used in the document path is not defined; attribute"
                    + " name: " + token);
        }
        return String.valueOf(name);
    }

    private Attribute value(String token) {
        used.add(token);
        Object value = values.get(token);
        if (value == null) {
            throw Refusal.invalid(
                    "An expression attribute value used in expression is not defined; attribute value: " + token);
        }
        return Attribute.read(value);
    }

    private void begin(String text) {
        List<String> read = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && token.region(at, text.length()).lookingAt()) {
            read.add(token.group(1));
            at = token.end();
        }
        tokens = read;
        next = 0;
        if (at < text.length() || read.isEmpty()) {
            throw unknown();
        }
    }

    private void end() {
        if (next < tokens.size()) {
            throw unknown();
        }
    }

    private String look() {
        if (next == tokens.size()) {
            throw unknown();
        }
        return tokens.get(next);
    }

    private String take() {
        String token = look();
        next++;
        return token;
    }

    private boolean skip(String token) {
        boolean isThere = next < tokens.size() && tokens.get(next).equals(token);
        next += isThere ? 1 : 0;
        return isThere;
    }

    private void need(String token) {
        if (!take().equals(token)) {
            throw unknown();
        }
    }

    private IllegalStateException unknown() {
        return new IllegalStateException("the simulator's table does not know this expression: "
                + String.join(" ", tokens) + " (part " + next + ")");
    }
}
