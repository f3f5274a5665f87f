package dev.upswell.numeric;

import java.util.List;

/// Seeded randomness of one simulated thing.
///
/// Every entity throws its own dice, derived from the world's seed and the entity's name, so that more videos do not change
/// what the hashtags do. The generator is SplitMix64 (Steele, Lea, Flood, 2014) and all transcendental functions are
/// `StrictMath`, so that the bytes of a world depend neither on the processor nor on the JDK.
public final class Dice {

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /// The dice of thing `index` in this stream of a world.
    public static Dice of(long seed, String stream, long index) {
        long mixed = SplitMix.mix(seed + SplitMix.GOLDEN);
        for (int i = 0; i < stream.length(); i++) {
            mixed = SplitMix.mix(mixed ^ (stream.charAt(i) + SplitMix.GOLDEN * (i + 1)));
        }
        return new Dice(SplitMix.mix(mixed ^ SplitMix.mix(index + SplitMix.GOLDEN)));
    }

    /// 64 bits, each as likely set as not.
    public long nextLong() {
        state += SplitMix.GOLDEN;
        return SplitMix.mix(state);
    }

    /// Uniform in [0, 1).
    public double unit() {
        return SplitMix.unit(nextLong());
    }

    /// Uniform in [low, high).
    public double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /// Uniform in 0 … bound − 1.
    public int below(int bound) {
        return (int) (unit() * bound);
    }

    /// True this often.
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /// One of these, each as likely.
    public <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /// Standard normal (Marsaglia's polar method, one of the two values used).
    public double gaussian() {
        while (true) {
            double x = 2 * unit() - 1;
            double y = 2 * unit() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /// Log-normal: `sigma` is the deviation of the logarithm.
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /// Exponential.
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /// Poisson: exact by inversion below a mean of 30, normal above.
    public int poisson(double mean) {
        if (mean >= 30) {
            return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.rint(mean + StrictMath.sqrt(mean) * gaussian())));
        }
        double point = unit();
        double mass = StrictMath.exp(-mean);
        int count = 0;
        while (point >= mass && count < 200) {
            point -= mass;
            count++;
            mass *= mean / count;
        }
        return count;
    }

    /// A real amount as a whole number of the same expectation.
    public long whole(double amount) {
        long floor = (long) amount;
        return unit() < amount - floor ? floor + 1 : floor;
    }
}
