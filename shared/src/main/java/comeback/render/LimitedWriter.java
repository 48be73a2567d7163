package comeback.render;

import java.io.Writer;

/** Collects what a template prints, and stops one that prints more than a letter may have. */
final class LimitedWriter extends Writer {
    /** Gmail cuts a letter at 102,400 bytes, and tracked links make it longer on its way. */
    static final int BYTES_MAX = 80_000;

    /** A letter of twenty lines fits, so the buffer is not copied while it grows. */
    private static final int CHARACTERS_USUAL = 40_000;

    private final StringBuilder text = new StringBuilder(CHARACTERS_USUAL);

    /** Thrown through the engine, which knows nothing of it. */
    static final class Overflow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overflow() {
            super("more than " + BYTES_MAX + " bytes");
        }
    }

    /** Begins anew, in the same room. */
    void reset() {
        text.setLength(0);
    }

    @Override
    public void write(char[] characters, int from, int count) {
        makeRoomFor(count);
        text.append(characters, from, count);
    }

    @Override
    public void write(String part) {
        makeRoomFor(part.length());
        text.append(part);
    }

    @Override
    public void flush() {
        // Everything is in the buffer already.
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Of these characters, whatever they are, there are at least as many bytes. */
    private void makeRoomFor(int count) {
        if (text.length() + count > BYTES_MAX) {
            throw new Overflow();
        }
    }
}
