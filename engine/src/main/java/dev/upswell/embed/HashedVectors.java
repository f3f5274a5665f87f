package dev.upswell.embed;

import dev.upswell.embed.Pieces.Piece;
import dev.upswell.language.TextTokens;
import dev.upswell.numeric.SplitMix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Vectors of the words and pieces of a text, each of which has its own directions by chance, fixed by a seed.
///
/// Nothing is learnt and nothing is loaded: texts are near where they share words, hashtags, or pieces of them. It stands in where there
/// are fewer than 500 captions to learn from and no sentence model. Unrelated texts have a likeness of 0 give or take 0.09, at 128 numbers.
///
/// **source** random indexing: Kanerva, Kristoferson and Holst (2000); hashing: Weinberger et al. (2009).
public record HashedVectors(int size, long seed) implements Embedder {

    /// As many numbers as joint vectors have.
    public static final int SIZE = 128;
    /// Directions of each piece.
    private static final int DIRECTIONS = 6;

    public HashedVectors {
        if (size < DIRECTIONS) {
            throw new IllegalArgumentException(
                    "size (" + size + ") must be at least " + DIRECTIONS + "\nMaybe 128 was meant.");
        }
    }

    /// Vectors of 128 numbers, the same in every process.
    public HashedVectors() {
        this(SIZE, 0);
    }

    @Override
    public List<Vector> vectors(List<TextTokens> texts) {
        return texts.stream().map(this::hashed).toList();
    }

    private Vector hashed(TextTokens text) {
        Map<String, Double> weights = new HashMap<>();
        for (Piece piece : Pieces.of(text)) {
            weights.merge(piece.text(), piece.weight(), Double::sum);
        }
        double[] sum = new double[size];
        weights.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add(entry.getKey(), StrictMath.log1p(entry.getValue()), sum));
        return Vector.of(sum);
    }

    private void add(String piece, double weight, double[] sum) {
        long state = key(piece);
        for (int i = 0; i < DIRECTIONS; i++) {
            state = SplitMix.mix(state + SplitMix.GOLDEN);
            sum[(int) Math.floorMod(state >>> 1, (long) size)] += (state & 1) == 0 ? weight : -weight;
        }
    }

    private long key(String piece) {
        long key = SplitMix.mix(seed + SplitMix.GOLDEN);
        for (int i = 0; i < piece.length(); i++) {
            key = SplitMix.mix(key ^ (piece.charAt(i) + SplitMix.GOLDEN));
        }
        return key;
    }
}
