package comeback.table;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A JSON text as one attribute: as it is while it is small, and deflated (RFC 1951) above that. DynamoDB bills a write by
 * the kilobyte, twice that in a transaction, and a customer's JSON shrinks to a third: the usual one costs one unit
 * instead of three, for some 0.1 ms of computing.
 */
public final class Packed {
    /** In bytes. With its keys and the like an item of a smaller text is under a kilobyte anyhow, and stays readable. */
    static final int PLAIN_MAX = 800;

    /** No header, no checksum: DynamoDB keeps its own. */
    private static final boolean RAW = true;

    private Packed() {}

    /** The attribute, a string or binary, for a text of any length. */
    public static AttributeValue of(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return plain.length <= PLAIN_MAX ? AttributeValue.fromS(text) : AttributeValue.fromB(deflated(plain));
    }

    /**
     * The text of such an attribute; also of those that were written before any were deflated.
     *
     * @throws UncheckedIOException when it holds bytes that are no such text, or not all of it
     */
    public static String text(AttributeValue packed) {
        return packed.type() == AttributeValue.Type.B ? inflated(packed.b()) : packed.s();
    }

    private static SdkBytes deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, RAW);
        var bytes = new ByteArrayOutputStream(plain.length / 2);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return SdkBytes.fromByteArrayUnsafe(bytes.toByteArray());
    }

    private static String inflated(SdkBytes deflated) {
        Inflater inflater = new Inflater(RAW);
        var bytes = new ByteArrayOutputStream(4 * deflated.asByteArrayUnsafe().length);
        try (var out = new InflaterOutputStream(bytes, inflater)) {
            out.write(deflated.asByteArrayUnsafe());
            if (!inflater.finished()) {
                throw new EOFException("a stored text is cut off");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
