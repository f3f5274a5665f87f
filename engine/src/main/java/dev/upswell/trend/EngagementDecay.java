package dev.upswell.trend;

import java.util.Arrays;

/// How fast one entity's engagement rate falls since its peak in the trailing week of windows.
///
/// Successive windows are a window's step apart: hours for hourly windows, and for days, which slide by the hour, too.
/// Through the logarithms of the rates after the peak goes a straight line by least squares; engagement has halved once
/// that line has fallen by ln 2 over the time since the peak. Before that the time since the peak is a lower bound.
///
/// The sums are taken anew for each window, over what lies in the trailing week alone, so that a walk which begins a
/// week earlier gives the same bits as one that began long ago.
///
/// **units** hours · **absence** at the peak, with fewer than 4 windows after it, for 15-minute windows, and where the
/// rate fell at once and then stood · **cost** one pass over the windows since the peak
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
    /// Where the highest rate stands, of equal ones the earliest.
    private int peak = NONE;

    EngagementDecay(Window window) {
        step = window.stepSeconds();
        int size = window == Window.QUARTER_HOUR ? 0 : (int) (GrowthHistory.TRAILING_SECONDS / step);
        logRates = new double[size];
        known = new boolean[size];
    }

    /// Opens the place of the window that ends at `end`, whose former holder has left the trailing week.
    void moveTo(long end) {
        if (known.length == 0) {
            return;
        }
        current = (int) Math.floorMod(end / step, (long) known.length);
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
        peak = peak == NONE || logRates[current] > logRates[peak] ? current : peak;
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
        int elapsed = Math.floorMod(current - peak, known.length);
        int n = 0;
        double t = 0;
        double y = 0;
        double tt = 0;
        double ty = 0;
        for (int i = 1; i <= elapsed; i++) {
            int at = peak + i < known.length ? peak + i : peak + i - known.length;
            if (known[at]) {
                double fallen = logRates[at] - logRates[peak];
                n++;
                t += i;
                y += fallen;
                tt += (double) i * i;
                ty += i * fallen;
            }
        }
        if (n < LEAST_POINTS) {
            absent(values, Absence.TOO_FEW_SINCE_PEAK);
        } else {
            judge(values, (n * ty - t * y) / (n * tt - t * t), elapsed);
        }
    }

    /// @param slope how the rate's logarithm changes from step to step
    private void judge(MetricValues.Building values, double slope, int elapsed) {
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
