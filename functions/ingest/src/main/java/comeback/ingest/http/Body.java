package comeback.ingest.http;

import comeback.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A request's body with every wrapping undone, or the reason why that is impossible. */
public sealed interface Body {
    /** Segment's own limit for a batch. */
    int BYTES_MAX = 500 * 1024;

    /** The bytes as the sender's program made them, before it packed them for the way. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and read once.
    record Bytes(byte[] bytes) implements Body {}

    /**
     * Too large, or packed in a way that we cannot undo.
     *
     * @param why what is wrong, beginning with "body:"
     */
    record Unreadable(String why) implements Body {}

    /** The body of a request. */
    static Body of(Request request) {
        return request.body()
                .map(wire -> unpacked(wire, request.header("content-encoding").orElse("")))
                .orElseGet(() -> new Unreadable("body: not base64, though marked as such"));
    }

    /**
     * Unpacks what came over the wire.
     *
     * @param contentEncoding the header of that name; empty when there was none
     */
    static Body unpacked(byte[] wire, String contentEncoding) {
        return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
            // Some proxies unpack a body and leave its header on, some clients pack it and forget the header. JSON
            // never begins as gzip does, so the bytes themselves are the better witness.
            case "", "identity", "gzip", "x-gzip" -> isGzip(wire) ? gunzipped(wire) : bounded(wire);
            default -> new Unreadable("body: Content-Encoding is not understood; send gzip, or none");
        };
    }

    private static Body bounded(byte[] bytes) {
        return bytes.length > BYTES_MAX
                ? new Unreadable("body: " + bytes.length + " bytes; at most " + BYTES_MAX)
                : new Bytes(bytes);
    }

    private static Body gunzipped(byte[] wire) {
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            // Never more than one byte beyond the limit: a few kilobytes of gzip can hold gigabytes.
            byte[] bytes = unzipped.readNBytes(BYTES_MAX + 1);
            return bytes.length > BYTES_MAX
                    ? new Unreadable("body: more than " + BYTES_MAX + " bytes when unpacked; at most " + BYTES_MAX)
                    : new Bytes(bytes);
        } catch (IOException e) {
            return new Unreadable("body: not whole as gzip");
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }
}
