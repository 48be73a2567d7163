package comeback.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a flow's file says what one of its steps tries.
 *
 * @param line of "variants:"
 * @param last line of it; the same when all stands on one
 * @param arms what it says of each, by name; of one on lines of its own the lines too
 */
record Written(int line, int last, Map<String, Said> arms) {
    private static final Pattern ARM = Pattern.compile("(\\s*)([^:#\\s][^:]*):\\s*(.*)");

    Written {
        arms = new LinkedHashMap<>(arms);
    }

    /**
     * What is said of one.
     *
     * @param value after the colon
     * @param line where it begins
     */
    record Said(String value, int line) {}

    boolean isOnOneLine() {
        return line == last;
    }

    /** What is tried at a line, if that is what it says. */
    static Optional<Written> at(List<String> lines, int line) {
        String text = lines.get(line);
        int begin = text.indexOf("variants:");
        if (begin < 0 || text.strip().startsWith("#")) {
            return Optional.empty();
        }
        String rest = text.substring(begin + "variants:".length()).strip();
        return rest.startsWith("{")
                ? braces(rest).map(inside -> new Written(line, line, inline(inside, line)))
                : rest.isEmpty() ? Optional.of(block(lines, line, begin)) : Optional.empty();
    }

    /** What stands between the first brace and its counterpart; nothing when that is on another line. */
    static Optional<String> braces(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(text.substring(1, i));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Said> inline(String inside, int line) {
        Map<String, Said> arms = new LinkedHashMap<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= inside.length(); i++) {
            char letter = i == inside.length() ? ',' : inside.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                String[] parts = inside.substring(from, i).split(":", 2);
                arms.put(parts[0].strip(), new Said(parts.length > 1 ? parts[1].strip() : "", line));
                from = i + 1;
            }
        }
        return arms;
    }

    private static Written block(List<String> lines, int line, int indent) {
        Map<String, Said> arms = new LinkedHashMap<>();
        int last = line;
        for (int i = line + 1; i < lines.size(); i++) {
            Matcher arm = ARM.matcher(lines.get(i));
            if (!arm.matches() || arm.group(1).length() <= indent) {
                break;
            }
            arms.put(arm.group(2).strip(), new Said(arm.group(3).strip(), i));
            last = i;
        }
        return new Written(line, last, arms);
    }

    /** The offer of one, as the file has it; nothing of one that gives none. */
    Optional<String> offer(String arm) {
        return Optional.ofNullable(arms.get(arm))
                .map(Said::value)
                .filter(value -> value.contains("coupon:"))
                .flatMap(value -> braces(value.substring(value.indexOf("coupon:") + "coupon:".length())
                        .strip()))
                .map(inside -> "{" + inside + "}");
    }

    /** The file's lines of those that go. */
    List<Integer> without(List<String> staying) {
        List<Integer> going = new ArrayList<>();
        arms.forEach((name, said) -> {
            if (!staying.contains(name)) {
                going.add(said.line());
            }
        });
        return going;
    }
}
