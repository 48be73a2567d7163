package comeback.simulation.time;

import java.util.SplittableRandom;

/**
 * Chance, drawn from a seed for each purpose and each one it concerns, never from one stream: taking a shopper or a fault
 * away leaves what happens to all others as it was. That is what makes a failure shrink.
 *
 * @param seed names the world
 */
public record Dice(long seed) {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A throw: any long. */
    public long roll(String purpose, String whose, long occurrence) {
        return mixed(mixed(mixed(seed ^ hashed(purpose)) ^ hashed(whose)) ^ occurrence);
    }

    /** A throw between 0 and 1. */
    public double chance(String purpose, String whose, long occurrence) {
        return (roll(purpose, whose, occurrence) >>> 11) * 0x1.0p-53;
    }

    /** As many throws as are wanted, for one purpose and one whom it concerns. */
    public SplittableRandom stream(String purpose, String whose, long occurrence) {
        return new SplittableRandom(roll(purpose, whose, occurrence));
    }

    /** 64 bits of a text; the same on every machine. */
    public static long hashed(String text) {
        long hash = FNV_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Spreads every bit over all bits (the finalizer of SplitMix64). */
    public static long mixed(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
