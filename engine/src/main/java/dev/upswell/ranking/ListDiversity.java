package dev.upswell.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/// How unlike the items of one list are: the mean of 1 less the likeness over all pairs.
///
/// **range** 0 (all the same) to 1 (nothing in common), up to 2 for vectors that point apart · **source** Ziegler et al., Improving
/// recommendation lists through topic diversification (2005)
public final class ListDiversity {

    private ListDiversity() {
    }

    /// By the cosine of two vectors; one of length 0 is like none.
    ///
    /// @return empty for fewer than two items, which have no pairs
    public static OptionalDouble ofVectors(List<float[]> items) {
        return of(items, ListDiversity::cosine);
    }

    /// By what two sets of marks (tags, categories) share (Jaccard); two empty ones are alike.
    ///
    /// @return empty for fewer than two items, which have no pairs
    public static <T> OptionalDouble ofSets(List<Set<T>> items) {
        return of(items, ListDiversity::shared);
    }

    private static <T> OptionalDouble of(List<T> items, ToDoubleBiFunction<T, T> likeness) {
        double sum = 0;
        for (int i = 0; i < items.size(); i++) {
            for (int k = 0; k < i; k++) {
                sum += 1 - likeness.applyAsDouble(items.get(i), items.get(k));
            }
        }
        double pairs = items.size() * (items.size() - 1) / 2.0;
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double length = 0;
        double otherLength = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
            length += (double) one[i] * one[i];
            otherLength += (double) other[i] * other[i];
        }
        return length == 0 || otherLength == 0 ? 0 : dot / Math.sqrt(length * otherLength);
    }

    private static <T> double shared(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 1 : (double) both.size() / all;
    }
}
