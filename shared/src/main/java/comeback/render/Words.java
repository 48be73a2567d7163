package comeback.render;

import java.util.Locale;
import java.util.Map;

/**
 * The words of one flow in one language, as {@code $t} in a template. Never falls back to another language: every key
 * was checked in every language when the templates were read.
 */
public final class Words {
    private final Locale language;
    private final Map<String, Phrase> phrases;

    Words(Locale language, Map<String, Phrase> phrases) {
        this.language = language;
        this.phrases = Map.copyOf(phrases);
    }

    /** {@code $t.get('key', $value)}: the words under that key, with the values in place of {0}, {1} and so on. */
    public String get(String key, Object... values) {
        Phrase phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return phrase.with(values);
    }

    /** {@code $t.count('key', $n)}: the words under "key.one" or "key.other", with the number as {0}. */
    public String count(String key, int number) {
        return get(key + (number == 1 ? ".one" : ".other"), number);
    }

    /** {@code $t.when($condition, 'yes', 'no', $value)}: the words under the first key if there is such a thing. */
    public String when(Object condition, String yes, String no, Object... values) {
        boolean holds =
                condition instanceof Boolean flag ? flag : !condition.toString().isEmpty();
        return get(holds ? yes : no, values);
    }

    Locale language() {
        return language;
    }
}
