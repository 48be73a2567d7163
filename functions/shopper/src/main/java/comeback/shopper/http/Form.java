package comeback.shopper.http;

import comeback.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a posted form. RFC 8058 lets mail programs choose between the two encodings that browsers have. Of a field that is
 * there twice the first counts.
 */
public final class Form {
    /** Our forms have one short field; the rest is room for what a mail program may add. */
    static final int BYTES_MAX = 16 * 1024;

    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)^\\s*multipart/form-data\\s*;.*?\\bboundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");

    private static final Pattern FIELD_NAME = Pattern.compile(
            "(?im)^content-disposition\\s*:\\s*form-data\\s*;.*?\\bname\\s*=\\s*(?:\"([^\"\\r\\n]*)\"|([^\\s;\"]+))");

    private Form() {}

    /** The fields that were posted; none when the body is too long or is no form. */
    public static Map<String, String> posted(Request request) {
        return request.body()
                .map(body -> read(request.header("content-type").orElse(""), body))
                .orElse(Map.of());
    }

    static Map<String, String> read(String contentType, byte[] body) {
        if (body.length > BYTES_MAX) {
            return Map.of();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher multipart = BOUNDARY.matcher(contentType);
        // Whatever else it is called, it is read as the usual encoding: who wants to stop must not fail by a header.
        return multipart.matches() ? parts(text, group(multipart)) : pairs(text);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : List.of(text.strip().split("&", -1))) {
            List<String> sides = List.of(pair.split("=", 2));
            fields.putIfAbsent(decoded(sides.getFirst()), sides.size() == 2 ? decoded(sides.getLast()) : "");
        }
        return fields;
    }

    private static Map<String, String> parts(String text, String boundary) {
        Map<String, String> fields = new HashMap<>();
        for (String part : List.of(text.split(Pattern.quote("--" + boundary), -1))) {
            List<String> halves = List.of(part.split("\\r?\\n\\r?\\n", 2));
            Matcher name = FIELD_NAME.matcher(halves.getFirst());
            if (halves.size() == 2 && name.find()) {
                fields.putIfAbsent(group(name), halves.getLast().strip());
            }
        }
        return fields;
    }

    private static String group(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
