package dev.upswell.pattern.select;

import dev.upswell.numeric.Quantiles;
import dev.upswell.pattern.select.Fit.Suitable;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Where values of videos lie outside: so many times the middle half's width beyond it.
record Fences(double lower, double upper) {

    private static final double ENGAGEMENT = 1.5;
    private static final double CELEBRITY = 2.5;
    /// With fewer videos quartiles say nothing of who lies outside.
    private static final int FEWEST = 8;

    /// Of log engagement; null with too few videos, and where half of them are equal: then nothing says how far is far.
    static @Nullable Fences ofEngagement(List<Suitable> videos) {
        return of(videos, one -> Math.log(one.rate()), ENGAGEMENT);
    }

    /// Of views, beyond which fame is likely; null as above.
    static @Nullable Fences ofViews(List<Suitable> videos) {
        return of(videos, Suitable::views, CELEBRITY);
    }

    /// Those of the videos whose engagement is not far below that of the others.
    static List<Suitable> inside(List<Suitable> videos) {
        Fences rates = ofEngagement(videos);
        return rates == null
                ? videos
                : videos.stream().filter(one -> Math.log(one.rate()) >= rates.lower).toList();
    }

    private static @Nullable Fences of(List<Suitable> videos, ToDoubleFunction<Suitable> value, double reach) {
        if (videos.size() < FEWEST) {
            return null;
        }
        double[] ascending = videos.stream().mapToDouble(value).sorted().toArray();
        double first = Quantiles.ofSorted(ascending, .25);
        double third = Quantiles.ofSorted(ascending, .75);
        double width = third - first;
        return width > 0 ? new Fences(first - reach * width, third + reach * width) : null;
    }
}
