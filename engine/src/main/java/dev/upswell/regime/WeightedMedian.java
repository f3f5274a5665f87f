package dev.upswell.regime;

/// The value below which half of all weight lies.
final class WeightedMedian {

    private WeightedMedian() {
    }

    /// Of the first `size` values; NaN of none.
    static double of(double[] values, double[] weights, int size) {
        double half = 0;
        for (int i = 0; i < size; i++) {
            half += weights[i] / 2;
        }
        for (int i : ascending(values, size)) {
            half -= weights[i];
            if (half <= 0) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    /// Places of the values from the smallest to the largest, of equal ones in their order: runs of one, two, four and so on merged.
    private static int[] ascending(double[] values, int size) {
        int[] from = new int[size];
        int[] to = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        for (int run = 1; run < size; run *= 2) {
            for (int begin = 0; begin < size; begin += 2 * run) {
                merge(values, from, to, begin, Math.min(size, begin + run), Math.min(size, begin + 2 * run));
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    private static void merge(double[] values, int[] from, int[] to, int begin, int middle, int end) {
        int left = begin;
        int right = middle;
        for (int at = begin; at < end; at++) {
            boolean second = left == middle
                    || right < end && Double.compare(values[from[right]], values[from[left]]) < 0;
            to[at] = second ? from[right++] : from[left++];
        }
    }
}
