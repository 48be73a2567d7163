package comeback.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From JSON text (RFC 8259, nothing more) to maps, lists, texts, numbers and truths. Ours, because a library for it has eighty
 * classes, which every start of every function would load; that it takes and refuses the same as one is a test.
 */
final class JsonReader {
    /** Deeper than any storefront nests; a thousand brackets are an attack. */
    private static final int DEPTH_MAX = 40;

    /** Long enough for every id and every sum; a number of a million digits is an attack. */
    private static final int NUMBER_MAX = 100;

    /** Whatever has no more signs than this is one, its minus included. */
    private static final int DIGITS_OF_LONG = 18;

    private static final int HEX = 16;
    private static final int ESCAPED_DIGITS = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
        // Some editors put one before everything they write.
        this.at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    /** Why a text is not JSON, to be said behind "not valid JSON": " at line 1, column 2". */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String why) {
            super(why);
        }
    }

    static JsonReader of(byte[] utf8) throws Malformed {
        try {
            // A decoder made for this refuses what is no UTF-8, instead of putting question marks for it.
            return new JsonReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Malformed(": it is not UTF-8");
        }
    }

    /** Whether nothing but blanks is left. */
    boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    /** The next value. */
    @Nullable
    Object value() throws Malformed {
        skipBlanks();
        return switch (next()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw here();
        };
    }

    private Map<String, @Nullable Object> object() throws Malformed {
        goDeeper();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (!ends('}')) {
            do {
                skipBlanks();
                int start = at;
                if (next() != '"') {
                    throw here();
                }
                String name = text();
                if (object.containsKey(name)) {
                    at = start;
                    throw here();
                }
                skipBlanks();
                expect(':');
                object.put(name, value());
            } while (goesOn('}'));
        }
        depth--;
        return object;
    }

    private List<@Nullable Object> list() throws Malformed {
        goDeeper();
        List<@Nullable Object> list = new ArrayList<>();
        if (!ends(']')) {
            do {
                list.add(value());
            } while (goesOn(']'));
        }
        depth--;
        return list;
    }

    private void goDeeper() throws Malformed {
        depth++;
        if (depth > DEPTH_MAX) {
            throw here();
        }
        at++;
    }

    private boolean ends(char bracket) throws Malformed {
        skipBlanks();
        boolean ends = next() == bracket;
        at += ends ? 1 : 0;
        return ends;
    }

    /** Whether another element follows; else the bracket must. */
    private boolean goesOn(char bracket) throws Malformed {
        skipBlanks();
        if (next() == ',') {
            at++;
            return true;
        }
        expect(bracket);
        return false;
    }

    /** Most texts have nothing to be replaced in them, and are cut out as they are. */
    private String text() throws Malformed {
        at++;
        int start = at;
        char c = plain();
        if (c == '"') {
            at++;
            return Surrogates.mended(text.substring(start, at - 1));
        }
        var read = new StringBuilder();
        while (c != '"') {
            read.append(text, start, at).append(escaped());
            start = at;
            c = plain();
        }
        read.append(text, start, at);
        at++;
        return Surrogates.mended(read.toString());
    }

    /** Goes to the next quotation mark or backslash, and says which it is. */
    private char plain() throws Malformed {
        char c = next();
        while (c != '"' && c != '\\') {
            if (c < ' ') {
                throw here();
            }
            at++;
            c = next();
        }
        return c;
    }

    private char escaped() throws Malformed {
        at++;
        char c = next();
        char meant = switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> ofFourDigits();
            default -> throw here();
        };
        at++;
        return meant;
    }

    private char ofFourDigits() throws Malformed {
        int code = 0;
        for (int i = 0; i < ESCAPED_DIGITS; i++) {
            at++;
            char c = next();
            // Character.digit alone knows the digits of all scripts.
            int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
            if (digit < 0) {
                throw here();
            }
            code = code * HEX + digit;
        }
        return (char) code;
    }

    /** Never a double: money stays exact. */
    private Number number() throws Malformed {
        int start = at;
        at += text.charAt(at) == '-' ? 1 : 0;
        if (next() == '0') {
            at++;
        } else {
            digits();
        }
        boolean isWhole = true;
        if (isNext('.')) {
            at++;
            digits();
            isWhole = false;
        }
        if (isNext('e') || isNext('E')) {
            at++;
            at += isNext('+') || isNext('-') ? 1 : 0;
            digits();
            isWhole = false;
        }
        if (at - start > NUMBER_MAX) {
            at = start;
            throw here();
        }
        String number = text.substring(start, at);
        return isWhole ? whole(number) : decimal(number);
    }

    private void digits() throws Malformed {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw here();
        }
    }

    /** As small as it can be: what was printed is read back as it was. */
    private static Number whole(String number) {
        if (number.length() > DIGITS_OF_LONG) {
            return new BigInteger(number).bitLength() < Long.SIZE ? Long.valueOf(number) : new BigInteger(number);
        }
        long value = Long.parseLong(number);
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    private static BigDecimal decimal(String number) throws Malformed {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            // 1e99999999999 follows the grammar, but no decimal can hold it.
            throw new Malformed(": a number is out of range");
        }
    }

    private <T extends @Nullable Object> T word(String word, T meant) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw here();
        }
        at += word.length();
        return meant;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private char next() throws Malformed {
        if (at >= text.length()) {
            throw here();
        }
        return text.charAt(at);
    }

    private void expect(char c) throws Malformed {
        if (next() != c) {
            throw here();
        }
        at++;
    }

    private Malformed here() {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Malformed(" at line " + line + ", column " + (at - lineStart + 1));
    }
}
