package dev.upswell.server.fyp.page;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.RootCause;
import dev.upswell.server.fyp.SettledScore;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;

/// How measures and causes read on pages.
final class ScoreText {

    private final Words words;
    private final Figures figures;

    ScoreText(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    String name(FypMetric metric) {
        return words.say("fyp.metric." + metric.word());
    }

    /// A value with its unit.
    String value(FypMetric metric, double value) {
        return switch (metric.unit()) {
            case PER_MINUTE -> words.say("fyp.perMinute", figures.score(value, value < 100 ? 1 : 0));
            case SHARE -> figures.percent(value, 1);
            case POINTS -> figures.score(value, 0);
        };
    }

    /// A measure that was told after the video's day.
    String late(SettledScore.Late late) {
        Double known = late.known();
        return known == null
                ? words.say("fyp.late.new", name(late.metric()), value(late.metric(), late.settled()))
                : words.say("fyp.late.other", name(late.metric()), value(late.metric(), known),
                        value(late.metric(), late.settled()));
    }

    String points(double points) {
        return figures.signed(points, 1);
    }

    /// What a measure did to the score, with its numbers.
    ///
    /// @param winners how many winners resemble the video
    String sentence(RootCause.Cause cause, int winners) {
        FypMetric metric = cause.metric();
        Double ofWinners = cause.winners();
        String points = points(cause.points());
        return ofWinners == null
                ? words.say("fyp.cause", name(metric), value(metric, cause.value()), value(metric, cause.median()),
                        points)
                : words.say("fyp.cause.winners", name(metric), value(metric, cause.value()),
                        value(metric, cause.median()), winners, value(metric, ofWinners), points);
    }
}
