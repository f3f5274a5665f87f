package dev.upswell.numeric;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Draws entities with replacement, so that all rows of an entity come and go together.
///
/// Rows of one entity resemble each other; drawing single rows would make intervals far too narrow. Two models that use the
/// same seed see the same draws, which makes their comparison a paired one.
///
/// @param numbers one more than the highest entity number
/// @param present the entity numbers that occur, ascending; shared, not copied
public record EntityBootstrap(int numbers, int[] present, long seed) {

    /// A bootstrap over the entities that occur among these.
    public static EntityBootstrap of(int[] entities, long seed) {
        int[] present = Arrays.stream(entities).distinct().sorted().toArray();
        return new EntityBootstrap(present.length == 0 ? 0 : present[present.length - 1] + 1, present, seed);
    }

    /// How often each entity number was drawn in this sample.
    public int[] draws(int sample) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + sample);
        int[] counts = new int[numbers];
        for (int i = 0; i < present.length; i++) {
            counts[present[random.nextInt(present.length)]]++;
        }
        return counts;
    }
}
