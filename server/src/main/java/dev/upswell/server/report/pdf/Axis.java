package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.learn.Interval;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/// From which value to which a chart reaches, and where its marks stand.
///
/// @param step from one mark to the next
/// @param factor by which values are written: 100 where bars say shares in percent
record Axis(double low, double high, double step, double factor) {

    private static final int MARKS = 5;
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:[.,][0-9]+)?)\\s*%");
    private static final double HUNDRED = 100;

    /// Marks at round values around all bars, their intervals and zero.
    static Axis of(List<Block.Bar> bars) {
        double least = Math.min(0, ends(bars).min().orElse(0));
        double most = Math.max(0, ends(bars).max().orElse(1));
        double factor = bars.stream().anyMatch(Axis::isShare) ? HUNDRED : 1;
        double span = most > least ? most - least : 1;
        double step = round(span * factor / MARKS) / factor;
        return new Axis(Math.floor(least / step + 1e-9) * step, Math.ceil((least + span) / step - 1e-9) * step, step,
                factor);
    }

    /// An axis of time from its beginning.
    static Axis until(double seconds) {
        return new Axis(0, seconds, Math.max(1, round(seconds / (2 * MARKS))), 1);
    }

    private static DoubleStream ends(List<Block.Bar> bars) {
        return bars.stream().flatMapToDouble(bar -> {
            Interval interval = bar.interval();
            return interval == null
                    ? DoubleStream.of(bar.value())
                    : DoubleStream.of(bar.value(), interval.low(), interval.high());
        }).filter(Double::isFinite);
    }

    /// Whether a bar is written in percent and holds a hundredth of what is written.
    private static boolean isShare(Block.Bar bar) {
        Matcher written = PERCENT.matcher(bar.shown());
        if (!written.find()) {
            return false;
        }
        double number = Double.parseDouble(written.group(1).replace(',', '.'));
        double value = Math.abs(bar.value());
        return number > 0 && Math.abs(number - value * HUNDRED) < Math.abs(number - value);
    }

    private static double round(double wanted) {
        double ten = Math.pow(10, Math.floor(Math.log10(wanted)));
        double share = wanted / ten;
        return ten * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    /// Where marks stand.
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (double at = low; at <= high + step * 1e-6; at += step) {
            marks.add(Math.abs(at) < step * 1e-6 ? 0.0 : at);
        }
        return marks;
    }

    /// A mark as it is written.
    String written(double mark, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(Math.max(0, (int) Math.ceil(-Math.log10(step * factor) - 1e-9)));
        return format.format(mark * factor).replace('-', '−') + (factor == HUNDRED ? "%" : "");
    }

    /// The place of a value, 0 at the left end and 1 at the right one.
    double place(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }
}
