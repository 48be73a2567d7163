package comeback.packing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Writes values one after the other; {@link Unpacker} reads them in the same order. */
public final class Packer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** How one value is packed. */
    public interface Way<T> {
        void pack(Packer into, T value);
    }

    public Packer number(long number) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    public Packer flag(boolean isSet) {
        return number(isSet ? 1 : 0);
    }

    public Packer text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    public Packer choice(Enum<?> value) {
        return text(value.name());
    }

    /** To the second: files know nothing finer. */
    public Packer duration(Duration duration) {
        return number(duration.toSeconds());
    }

    public <T> Packer all(Collection<T> values, Way<? super T> way) {
        number(values.size());
        values.forEach(value -> way.pack(this, value));
        return this;
    }

    /** The order of a set says nothing, so the same set always gives the same bytes. */
    public Packer texts(Collection<String> texts) {
        return all(texts.stream().sorted().toList(), Packer::text);
    }

    public <T> Packer maybe(Optional<T> value, Way<? super T> way) {
        flag(value.isPresent());
        value.ifPresent(present -> way.pack(this, present));
        return this;
    }

    /** All that was packed. */
    public byte[] toBytes() {
        return bytes.toByteArray();
    }
}
