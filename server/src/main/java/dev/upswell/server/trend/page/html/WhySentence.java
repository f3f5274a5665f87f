package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.Flag;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.trend.page.TrendRow;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Words;
import org.jspecify.annotations.Nullable;

/// Says in one sentence, with its numbers, why an entity stands where it stands.
final class WhySentence {

    private static final double MUCH_MORE = 0.5;
    private static final double CLOSE = 0.1;

    /// A window counts as read from this share on.
    private static final double COVERED = 0.5;

    private final Words words;
    private final Figures figures;

    WhySentence(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// The sentence about this row.
    ///
    /// @param boost why the growth may be bought; null where nothing says so or where entities are not compared
    String of(Subject subject, MetricRow day, TrendRow.@Nullable Boost boost) {
        Double gained = day.value(Metric.VIEWS_GAINED);
        if (gained == null) {
            return words.say(withoutViews(day));
        }
        Double topShare = day.value(Metric.TOP_CREATOR_SHARE);
        if (boost != null) {
            return boost(gained, topShare, boost);
        }
        Double halfLife = day.value(Metric.HALF_LIFE_HOURS);
        if (subject.is(Flag.FADING) && halfLife != null) {
            return words.say("why.halves", figures.hours(halfLife), figures.count(gained));
        }
        return words.say(growth(gained, day.value(Metric.VIEW_GROWTH))) + spread(day, topShare);
    }

    private String boost(double gained, @Nullable Double topShare, TrendRow.Boost boost) {
        Double engagement = boost.engagementShare();
        return words.say("why.boost", figures.count(gained), figures.count(boost.usualViews()))
                + (boost.fewCreators() && topShare != null
                        ? words.say("why.boost.creators", figures.percent(topShare))
                        : "")
                + (engagement == null ? "" : words.say("why.boost.engagement", figures.percent(engagement)))
                + words.say("why.boost.end");
    }

    /// What can be said where no gain of views is known: people and posts gained, or why there is nothing.
    private Sentence withoutViews(MetricRow day) {
        Double followers = day.value(Metric.FOLLOWERS_GAINED);
        Double posts = day.value(Metric.POSTS_GAINED);
        if (followers != null) {
            return Sentence.of("why.followers", figures.count(followers));
        }
        if (posts != null) {
            return Sentence.of("why.posts", figures.count(posts));
        }
        return day.coverage() < COVERED
                ? Sentence.of("why.unmeasured", figures.percent(day.coverage()))
                : Sentence.of("why.noViews");
    }

    private Sentence growth(double gained, @Nullable Double growth) {
        String views = figures.count(gained);
        if (growth == null) {
            return Sentence.of("why.first", views);
        }
        if (growth >= MUCH_MORE) {
            return Sentence.of("why.faster", views, figures.factor(growth + 1));
        }
        String change = figures.change(growth);
        return Math.abs(growth) < CLOSE
                ? Sentence.of("why.usual", views, change)
                : Sentence.of("why.changed", views, change);
    }

    private String spread(MetricRow day, @Nullable Double topShare) {
        Double creators = day.value(Metric.UNIQUE_CREATORS);
        if (creators == null || topShare == null) {
            return words.say("why.end");
        }
        return words.say("why.spread", creators, figures.percent(topShare));
    }
}
