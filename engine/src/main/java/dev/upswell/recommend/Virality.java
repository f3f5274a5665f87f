package dev.upswell.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How far a video spreads: 0.3 by views, 0.3 by engagement rate, 0.2 by share ratio, 0.2 by age.
///
/// All but age are continuous and never fall when more is counted of what they count. Age falls in steps.
///
/// **source** spec of recommendations; above ten million views 0.95 + 0.05 · log₁₀(views / 10⁷), 1 from 10⁸
public final class Virality {

    /// The terms by name.
    public static final String VIEWS = "views";
    public static final String ENGAGEMENT = "engagement rate";
    public static final String SHARES = "share ratio";
    public static final String AGE = "age";

    private static final Broken BY_VIEWS = new Broken(new double[]{0, 1e4, 1e5, 1e6, 1e7},
            new double[]{0, 0.3, 0.6, 0.8, 0.95});
    private static final Broken BY_RATE = new Broken(new double[]{0, 0.01, 0.05, 0.1, 0.2, 0.4},
            new double[]{0, 0.3, 0.6, 0.85, 0.95, 1});
    private static final double FULL_SHARE_RATIO = 0.02;
    private static final double[] DAYS = {1, 7, 30, 90, 180};
    private static final double[] BY_AGE = {1, 0.9, 0.7, 0.5, 0.3, 0.1};

    private Virality() {
    }

    /// The virality of a video.
    ///
    /// @param now when it would be shown
    public static Score of(Candidate candidate, Instant now) {
        Candidate.Tally counts = candidate.counts();
        Long views = counts.views();
        return Score.of(
                new Score.Term(VIEWS, 0.3, views == null ? OptionalDouble.empty() : OptionalDouble.of(byViews(views))),
                new Score.Term(ENGAGEMENT, 0.3, byEngagement(counts)),
                new Score.Term(SHARES, 0.2, byShares(counts)),
                new Score.Term(AGE, 0.2, byAge(candidate.postedAt(), now)));
    }

    static double byViews(double views) {
        if (views <= 1e7) {
            return BY_VIEWS.of(views);
        }
        return Math.min(1, 0.95 + 0.05 * Math.log10(views / 1e7));
    }

    static double byRate(double rate) {
        return BY_RATE.of(rate);
    }

    static double byShareRatio(double ratio) {
        return Math.min(1, ratio / FULL_SHARE_RATIO);
    }

    private static OptionalDouble byEngagement(Candidate.Tally counts) {
        Long views = counts.views();
        if (views == null || views <= 0 || counts.likes() == null || counts.comments() == null
                || counts.shares() == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(byRate((double) (counts.likes() + counts.comments() + counts.shares()) / views));
    }

    private static OptionalDouble byShares(Candidate.Tally counts) {
        Long views = counts.views();
        return views == null || views <= 0 || counts.shares() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(byShareRatio((double) counts.shares() / views));
    }

    static OptionalDouble byAge(@Nullable Instant postedAt, Instant now) {
        if (postedAt == null) {
            return OptionalDouble.empty();
        }
        double days = days(postedAt, now);
        int step = 0;
        while (step < DAYS.length && days >= DAYS[step]) {
            step++;
        }
        return OptionalDouble.of(BY_AGE[step]);
    }

    /// Days since; 0 for what is dated later than now.
    static double days(Instant postedAt, Instant now) {
        return Math.max(0, Duration.between(postedAt, now).toMillis() / 86_400_000.0);
    }
}
