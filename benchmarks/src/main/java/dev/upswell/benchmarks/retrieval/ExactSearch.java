package dev.upswell.benchmarks.retrieval;

import dev.upswell.server.recommend.Wanted;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The nearest videos by asking every one.
final class ExactSearch {

    private final MadeVideos videos;
    private final float[][] units;

    ExactSearch(MadeVideos videos, int count) {
        this.videos = videos;
        units = new float[count][];
        for (int i = 0; i < count; i++) {
            float[] vector = videos.vector(i);
            float length = (float) Math.sqrt(dot(vector, vector));
            for (int k = 0; k < vector.length; k++) {
                vector[k] /= length;
            }
            units[i] = vector;
        }
    }

    private record Near(String id, float likeness) {
    }

    /// The ids of as many as this that lie nearest to a vector and are not left out.
    List<String> nearest(float[] vector, Wanted wanted, int count) {
        PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparing(Near::likeness));
        for (int i = 0; i < units.length; i++) {
            float likeness = dot(units[i], vector);
            if ((best.size() < count || likeness > best.peek().likeness()) && allowed(i, wanted)) {
                best.add(new Near(MadeVideos.id(i), likeness));
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        return best.stream().map(Near::id).toList();
    }

    private boolean allowed(int number, Wanted wanted) {
        return !wanted.leftOut().contains(MadeVideos.id(number))
                && !wanted.creatorsLeftOut().contains(videos.creator(number)) && videos.expiresAt(number) == null;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
