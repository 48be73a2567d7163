package comeback.packing;

import comeback.packing.ClassPath.Found;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What of a class path a function may ever load. Whatever a needed class or file names anywhere is needed: in its code and
 * signatures, and also in a mere string, which is how libraries name what they load by reflection. A library of which no class
 * is needed stays away with its files; a list of services counts once its service is needed.
 */
final class Needed {
    private static final Pattern NAMES = Pattern.compile("[\\w$]+(?:[./][\\w$]+)*");
    private static final String CLASS = ".class";

    /** What Lambda's runtime client loads by its name to read an event of this type; so says its own class file nowhere. */
    private static final Map<String, List<String>> LOADED_FOR = Map.of(
            "com/amazonaws/services/lambda/runtime/events/DynamodbEvent.class",
            List.of(
                    "org/joda/time/DateTime.class",
                    "org/joda/time/ReadableInstant.class",
                    "org/joda/time/format/DateTimeFormatter.class",
                    "org/joda/time/format/ISODateTimeFormat.class"));

    private final SortedMap<String, Found> all;
    private final Map<String, List<String>> resources = new HashMap<>();
    private final Set<String> libraries = new HashSet<>();
    private final SortedMap<String, Found> needed = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Needed(SortedMap<String, Found> all) {
        this.all = all;
        all.forEach((name, file) -> {
            if (!name.endsWith(CLASS) && !name.startsWith(ClassPath.SERVICES)) {
                resources
                        .computeIfAbsent(file.library(), it -> new ArrayList<>())
                        .add(name);
            }
        });
    }

    /** What the classes and files of one of its places need, themselves included. */
    static SortedMap<String, Found> by(String library, SortedMap<String, Found> all) {
        var needed = new Needed(all);
        all.forEach((name, file) -> {
            if (file.library().equals(library)) {
                needed.take(name);
            }
        });
        while (!needed.open.isEmpty()) {
            needed.follow(needed.open.pop());
        }
        return needed.needed;
    }

    private void take(String name) {
        Found file = all.get(name);
        if (file == null || needed.put(name, file) != null) {
            return;
        }
        open.push(name);
        LOADED_FOR.getOrDefault(name, List.of()).forEach(this::take);
        if (libraries.add(file.library())) {
            resources.getOrDefault(file.library(), List.of()).forEach(this::take);
        }
        if (name.endsWith(CLASS)) {
            take(ClassPath.SERVICES
                    + name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
        }
    }

    private void follow(String name) {
        byte[] bytes = Objects.requireNonNull(needed.get(name), name).bytes();
        if (!name.endsWith(CLASS)) {
            takeNamedIn(new String(bytes, StandardCharsets.ISO_8859_1));
            return;
        }
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                takeNamedIn(text.stringValue());
            }
        }
    }

    private void takeNamedIn(String text) {
        for (MatchResult found : NAMES.matcher(text).results().toList()) {
            String name = found.group().replace('.', '/');
            take(name + CLASS);
            // In a descriptor others come before it, as in "(ILcomeback/Item;)V".
            for (int at = 0; at < name.length() && "BCDFIJSZL".indexOf(name.charAt(at)) >= 0; at++) {
                if (name.charAt(at) == 'L') {
                    take(name.substring(at + 1) + CLASS);
                }
            }
        }
    }
}
