package dev.upswell.trend;

import java.util.Arrays;

/// How fast one entity's engagement rate falls since its peak in the trailing week of windows.
///
/// Successive windows are a window's step apart: hours for hourly windows, and for days, which slide by the hour, too.
/// Through the logarithms of the rates after the peak goes a straight line by least squares; engagement has halved once
/// that line has fallen by ln 2 over the time since the peak. Before that the time since the peak is a lower bound.
///
/// The sums grow by one window at a time, in its order, and begin anew where the peak does; so they rest on what lies in the
/// trailing week alone, and a walk which begins a week earlier gives the same bits as one that began long ago.
///
/// **units** hours · **absence** at the peak, with fewer than 4 windows after it, for 15-minute windows, and where the
/// rate fell at once and then stood · **cost** constant, but a pass over the week where the peak leaves it
final class EngagementDecay {

    /// The least windows after the peak through which a line is drawn.
    private static final int LEAST_POINTS = 4;

    private static final double LN_2 = Math.log(2);
    private static final int NONE = -1;

    private final long step;
    private final double[] logRates;
    private final boolean[] known;
    private int measured;
    private boolean ofVideos;
    private int current;
    /// How many windows ago the peak was, of how many windows since then the rate is known, and the sums over those.
    private int elapsed;
    private int n;
    private double t;
    private double y;
    private double tt;
    private double ty;
    /// Where the highest rate stands, of equal ones the earliest.
    private int peak = NONE;

    /// @param ends how many window ends will come at most: a short history needs no room for a week
    EngagementDecay(Window window, int ends) {
        step = window.stepSeconds();
        int week = (int) (GrowthHistory.TRAILING_SECONDS / step);
        int size = window == Window.QUARTER_HOUR ? 0 : Math.min(week, Math.max(1, ends));
        logRates = new double[size];
        known = new boolean[size];
        current = size - 1;
    }

    /// Opens the place of the next window end, whose former holder has left the trailing week.
    void moveOn() {
        if (known.length == 0) {
            return;
        }
        current = current + 1 == known.length ? 0 : current + 1;
        elapsed++;
        if (known[current]) {
            known[current] = false;
            measured--;
            if (peak == current) {
                findPeak();
            }
        }
    }

    private void findPeak() {
        peak = NONE;
        for (int i = 1; i < known.length; i++) {
            int at = (current + i) % known.length;
            if (known[at] && (peak == NONE || logRates[at] > logRates[peak])) {
                peak = at;
            }
        }
        if (peak != NONE) {
            sumSincePeak();
        }
    }

    private void sumSincePeak() {
        beginAtPeak();
        int windows = Math.floorMod(current - peak, known.length);
        for (elapsed = 1; elapsed < windows; elapsed++) {
            int at = peak + elapsed < known.length ? peak + elapsed : peak + elapsed - known.length;
            if (known[at]) {
                sum(at);
            }
        }
    }

    private void beginAtPeak() {
        elapsed = 0;
        n = 0;
        t = 0;
        y = 0;
        tt = 0;
        ty = 0;
    }

    private void sum(int at) {
        double fallen = logRates[at] - logRates[peak];
        n++;
        t += elapsed;
        y += fallen;
        tt += (double) elapsed * elapsed;
        ty += elapsed * fallen;
    }

    /// Takes in the rate of the window moved to. Rates of videos and rates of own counters are never compared.
    void add(double rate, boolean fromVideos) {
        if (known.length == 0) {
            return;
        }
        if (fromVideos != ofVideos) {
            Arrays.fill(known, false);
            measured = 0;
            peak = NONE;
            ofVideos = fromVideos;
        }
        known[current] = true;
        measured++;
        logRates[current] = Math.log(rate);
        if (peak == NONE || logRates[current] > logRates[peak]) {
            peak = current;
            beginAtPeak();
        } else {
            sum(current);
        }
    }

    /// Puts down the half-life as known at the window moved to, whose rate was taken in.
    void fill(MetricValues.Building values) {
        if (known.length == 0) {
            absent(values, Absence.NEEDS_AN_HOUR);
        } else if (measured == 1) {
            absent(values, Absence.HISTORY_TOO_SHORT);
        } else if (peak == current) {
            absent(values, Absence.STILL_RISING);
        } else {
            fillSincePeak(values);
        }
    }

    private void fillSincePeak(MetricValues.Building values) {
        if (n < LEAST_POINTS) {
            absent(values, Absence.TOO_FEW_SINCE_PEAK);
        } else {
            judge(values, (n * ty - t * y) / (n * tt - t * t));
        }
    }

    /// @param slope how the rate's logarithm changes from step to step
    private void judge(MetricValues.Building values, double slope) {
        double hours = step / 3600.0;
        if (-slope * elapsed >= LN_2) {
            values.put(Metric.HALF_LIFE_HOURS, LN_2 / -slope * hours);
            values.absent(Metric.HALF_LIFE_AT_LEAST_HOURS, Absence.HALF_LIFE_KNOWN);
        } else if (logRates[current] > logRates[peak] - LN_2) {
            values.absent(Metric.HALF_LIFE_HOURS, Absence.NOT_YET_HALVED);
            values.put(Metric.HALF_LIFE_AT_LEAST_HOURS, elapsed * hours);
        } else {
            absent(values, Absence.NO_STEADY_FALL);
        }
    }

    static void absent(MetricValues.Building values, Absence reason) {
        values.absent(Metric.HALF_LIFE_HOURS, reason);
        values.absent(Metric.HALF_LIFE_AT_LEAST_HOURS, reason);
    }
}
