package comeback.ingest.cloudevents;

import comeback.http.Request;
import comeback.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;

/** An event whose attributes are headers: put into one object, as a structured one is from the start. */
final class BinaryEvent {
    private static final String PREFIX = "ce-";

    private BinaryEvent() {}

    /** The whole event. Data that is no JSON object is left out: nothing in it could be understood. */
    static Json.Parsed parsed(Request request, byte[] body) {
        var event = new LinkedHashMap<String, Object>();
        request.headers().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                event.put(name.substring(PREFIX.length()), decoded(value));
            }
        });
        if (body.length == 0) {
            return new Json.Parsed.Value(event);
        }
        return switch (Json.parse(body)) {
            case Json.Parsed.Value(var data) -> {
                event.put("data", data);
                yield new Json.Parsed.Value(event);
            }
            case Json.Parsed.Broken broken -> isJson(request) ? broken : new Json.Parsed.Value(event);
        };
    }

    private static boolean isJson(Request request) {
        return request.header("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("json");
    }

    /** In a header, what is not printable ASCII comes as %E2%82%AC. A plus is a plus. */
    private static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            int high = value.charAt(i) == '%' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
            if (low < 0) {
                bytes.writeBytes(value.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write(high * 16 + low);
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
