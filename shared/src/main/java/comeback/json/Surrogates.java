package comeback.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Half a surrogate pair is no character, yet JSON can carry one: a storefront that cuts a name after sixty units may cut an
 * emoji in two. No database takes such a text, so each half becomes a question mark before anyone sees it.
 */
final class Surrogates {
    private Surrogates() {}

    /** The same value when nothing in it is broken, which is nearly always; else a copy. */
    static Object mended(Object value) {
        return isWhole(value) ? value : Objects.requireNonNull(copied(value));
    }

    private static boolean isWhole(@Nullable Object value) {
        return switch (value) {
            case String text -> isWhole(text);
            case Map<?, ?> map ->
                map.keySet().stream().allMatch(Surrogates::isWhole)
                        && map.values().stream().allMatch(Surrogates::isWhole);
            case List<?> list -> list.stream().allMatch(Surrogates::isWhole);
            case null, default -> true;
        };
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static @Nullable Object copied(@Nullable Object value) {
        return switch (value) {
            case String text -> copied(text);
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, its) -> copy.put(copied(Objects.toString(name)), copied(its)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Surrogates::copied).toList();
            case null, default -> value;
        };
    }

    /** Encoding is what replaces the halves. */
    private static String copied(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
