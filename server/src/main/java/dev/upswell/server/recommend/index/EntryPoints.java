package dev.upswell.server.recommend.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.knn.KnnSearchStrategy;

/// Vectors spread over a segment, the nearest of which a search starts from.
///
/// A graph of neighbours falls into parts where videos of a subject are near each other and far from all others; a search that starts
/// elsewhere never reaches them. Of a million made-up videos in 300 clouds one search in ten found nothing of what is nearest.
///
/// @param places of the vectors in the segment, ascending
/// @param vectors beside them
record EntryPoints(int[] places, float[][] vectors) {

    private static final int MOST = 4_096;
    private static final int STARTS = 8;

    static EntryPoints of(LeafReader segment) throws IOException {
        FloatVectorValues values = segment.getFloatVectorValues(Fields.VECTOR);
        int size = values == null ? 0 : values.size();
        int count = Math.min(MOST, size);
        int[] places = new int[count];
        float[][] vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            places[i] = (int) ((long) i * size / count);
            vectors[i] = values.vectorValue(places[i]).clone();
        }
        return new EntryPoints(places, vectors);
    }

    /// Starts the search at those that are nearest to this vector.
    KnnSearchStrategy near(float[] unit) {
        PriorityQueue<Start> nearest = new PriorityQueue<>();
        for (int i = 0; i < places.length; i++) {
            float likeness = dot(unit, vectors[i]);
            if (nearest.size() < STARTS || likeness > nearest.element().likeness()) {
                nearest.add(new Start(places[i], likeness));
                if (nearest.size() > STARTS) {
                    nearest.remove();
                }
            }
        }
        int[] starts = nearest.stream().mapToInt(Start::place).sorted().toArray();
        return starts.length == 0
                ? KnnSearchStrategy.Hnsw.DEFAULT
                : new KnnSearchStrategy.Seeded(new Places(starts), starts.length, KnnSearchStrategy.Hnsw.DEFAULT);
    }

    /// Smallest likeness first.
    private record Start(int place, float likeness) implements Comparable<Start> {

        @Override
        public int compareTo(Start other) {
            return Float.compare(likeness, other.likeness);
        }
    }

    /// Four sums at once, because a single one must wait for itself.
    private static float dot(float[] a, float[] b) {
        float one = 0;
        float two = 0;
        float three = 0;
        float four = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            one += a[i] * b[i];
            two += a[i + 1] * b[i + 1];
            three += a[i + 2] * b[i + 2];
            four += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            one += a[i] * b[i];
        }
        return one + two + three + four;
    }

    /// Goes through ascending places.
    private static final class Places extends DocIdSetIterator {

        private final int[] places;
        private int at = -1;

        Places(int[] places) {
            this.places = places;
        }

        @Override
        public int docID() {
            return at < 0 ? -1 : at < places.length ? places[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at = Math.min(at + 1, places.length);
            return docID();
        }

        @Override
        public int advance(int target) {
            int found = Arrays.binarySearch(places, Math.max(0, at), places.length, target);
            at = found < 0 ? -found - 1 : found;
            return docID();
        }

        @Override
        public long cost() {
            return places.length;
        }
    }
}
