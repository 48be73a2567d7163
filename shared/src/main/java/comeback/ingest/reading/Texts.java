package comeback.ingest.reading;

import comeback.customer.Fingerprint;
import comeback.json.Fields;
import java.util.Optional;

/** Texts as strangers send them: ids taken exactly or refused, words to be shown made safe and short. */
public final class Texts {
    private Texts() {}

    /** The first of these names that has a value, else the first: storefronts do not agree on names. */
    public static String named(Fields fields, String... names) {
        for (String name : names) {
            if (hasValue(fields, name)) {
                return name;
            }
        }
        return names[0];
    }

    /** The text of that name, as sent; anything else that stands there is none. */
    public static Optional<String> text(Fields fields, String name) {
        return fields.asMap().get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** An id, exactly as sent. One that is too long or holds a line break is refused: cut, it would be someone else's. */
    public static Optional<String> id(Fields fields, int max, String... names) {
        String name = named(fields, names);
        return fields.text(name).flatMap(value -> {
            if (value.length() > max) {
                fields.refuse(name, value.length() + " characters; at most " + max);
                return Optional.empty();
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                fields.refuse(name, "holds a control character");
                return Optional.empty();
            }
            return Optional.of(value);
        });
    }

    /** An id without which the rest makes no sense; that it is missing is noted. */
    public static Optional<String> requiredId(Fields fields, int max, String... names) {
        String name = named(fields, names);
        if (!hasValue(fields, name)) {
            fields.refuse(name, "required");
            return Optional.empty();
        }
        return id(fields, max, name);
    }

    /** An id of a thing that is only compared, never shown: one that is too long is replaced by its fingerprint. */
    public static Optional<String> token(Fields fields, int max, String name) {
        return fields.text(name).map(value -> value.length() <= max ? value : Fingerprint.of("token", value));
    }

    /** Words for a letter. */
    public static Optional<String> shown(Fields fields, int max, String... names) {
        return fields.text(named(fields, names)).map(text -> clean(text, max)).filter(text -> !text.isEmpty());
    }

    /**
     * One line of at most so many characters. Line breaks would end a header, marks that turn the writing direction would
     * turn the words around them too, and half a surrogate pair is no character.
     */
    public static String clean(String text, int max) {
        var kept = new StringBuilder();
        boolean isGap = false;
        int count = 0;
        for (int i = 0; i < text.length() && count < max; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)) {
                isGap = !kept.isEmpty();
            } else if (!turnsDirection(point) && Character.getType(point) != Character.SURROGATE) {
                if (isGap && ++count < max) {
                    kept.append(' ');
                }
                isGap = false;
                if (count++ < max) {
                    kept.appendCodePoint(point);
                }
            }
        }
        return kept.toString().strip();
    }

    /** A blank text is how storefronts write "none". */
    private static boolean hasValue(Fields fields, String name) {
        return fields.has(name) && !(fields.asMap().get(name) instanceof String text && text.isBlank());
    }

    private static boolean turnsDirection(int point) {
        return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    }
}
