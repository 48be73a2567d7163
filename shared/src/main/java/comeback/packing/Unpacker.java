package comeback.packing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link Packer} wrote. What was not written by it ends in an exception, whatever it is. */
public final class Unpacker {
    private final ByteBuffer bytes;

    public Unpacker(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** How one value is unpacked. */
    public interface Way<T> {
        T unpack(Unpacker from);
    }

    public long number() {
        return bytes.getLong();
    }

    /** A number that fits into 32 bits. */
    public int small() {
        return Math.toIntExact(number());
    }

    public boolean flag() {
        return number() == 1;
    }

    public String text() {
        int length = small();
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    /**
     * One of an enum's values.
     *
     * @param values all of them; asked for, because finding them by their class takes a start longer than all the rest
     */
    public <T extends Enum<T>> T choice(T[] values) {
        String name = text();
        for (T value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no value is called " + name);
    }

    public Duration duration() {
        return Duration.ofSeconds(number());
    }

    public <T> List<T> all(Way<T> way) {
        int count = small();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(way.unpack(this));
        }
        return values;
    }

    public Set<String> texts() {
        int count = small();
        Set<String> texts = HashSet.newHashSet(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    public <T> Optional<T> maybe(Way<T> way) {
        return flag() ? Optional.of(way.unpack(this)) : Optional.empty();
    }
}
