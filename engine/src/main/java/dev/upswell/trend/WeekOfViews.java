package dev.upswell.trend;

import dev.upswell.numeric.RollingMedian;

/// What the windows of a trailing week gained in views, where that is known. Ends must come one step after the other.
final class WeekOfViews {

    private final long[] views;
    private final boolean[] known;
    private final RollingMedian median = new RollingMedian();
    private int current;

    /// @param ends how many window ends will come at most: a short history needs no room for a week
    WeekOfViews(Window window, int ends) {
        int week = (int) (GrowthHistory.TRAILING_SECONDS / window.stepSeconds());
        int size = Math.min(week, Math.max(1, ends));
        views = new long[size];
        known = new boolean[size];
        current = size - 1;
    }

    /// Opens the place of the next window end, whose former holder has left the week.
    void moveOn() {
        current = current + 1 == views.length ? 0 : current + 1;
        if (known[current]) {
            median.remove(views[current]);
            known[current] = false;
        }
    }

    /// Takes in what the window moved to gained.
    void add(long gained) {
        views[current] = gained;
        known[current] = true;
        median.add(gained);
    }

    /// How many windows of the week have known views.
    int size() {
        return median.size();
    }

    /// The median of those. **errors** `IllegalStateException` where there is none
    double median() {
        return median.median();
    }
}
