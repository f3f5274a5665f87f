package dev.upswell.numeric;

/// Scrambles 64 bits so that keys which differ in one bit share about half of theirs.
///
/// A bijection: different keys stay different · **source** the finaliser of SplitMix64, Steele, Lea and Flood, Fast splittable
/// pseudorandom number generators (2014).
public final class SplitMix {

    /// The odd constant nearest to 2⁶⁴ over the golden ratio: its multiples are spread evenly.
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SplitMix() {
    }

    /// The scrambled bits of this key; 0 stays 0.
    public static long mix(long key) {
        long mixed = key;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// The upper 53 of these bits as a number in [0, 1), uniform when the bits are.
    public static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }
}
