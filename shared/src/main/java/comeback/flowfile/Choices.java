package comeback.flowfile;

import comeback.message.MessageClass;
import comeback.yaml.YamlObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settings whose value is one of a few words. */
final class Choices {
    private Choices() {}

    static <T> Optional<T> choice(YamlObject from, String name, T[] values, Function<T, String> words) {
        return from.parsed(
                name,
                text -> Arrays.stream(values)
                        .filter(value -> words.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)),
                "one of: " + Arrays.stream(values).map(words).collect(Collectors.joining(", ")));
    }

    static Optional<MessageClass> messageClass(YamlObject from, String name) {
        return choice(from, name, MessageClass.values(), Choices::lowerCase);
    }

    /** "true" or "false". */
    static boolean isTrue(YamlObject from, String name) {
        return choice(from, name, new Boolean[] {true, false}, String::valueOf).orElse(false);
    }

    static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
