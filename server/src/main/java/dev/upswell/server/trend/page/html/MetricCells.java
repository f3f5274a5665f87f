package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes metric values for people, and the reason where there is none.
final class MetricCells {

    private final Words words;
    private final Figures figures;

    MetricCells(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    Shown of(MetricRow row, Metric metric) {
        Double value = row.value(metric);
        if (value == null) {
            return Shown.absent(reason(row.reason(metric)));
        }
        return new Shown(shown(metric, value), exact(metric, value), tone(metric, value));
    }

    private String shown(Metric metric, double value) {
        return switch (metric.form()) {
            case COUNT, PER_MINUTE -> figures.count(value);
            case CHANGE -> figures.change(value);
            case SIGNED -> figures.signed(value, 2);
            case SHARE -> value < 0.1 ? figures.percent(value, 1) : figures.percent(value);
            case INDEX -> figures.score(value, 2);
            case HOURS -> figures.hours(value);
        };
    }

    private String exact(Metric metric, double value) {
        return words.say("metric.exact", words.say("metric." + metric.key()), figures.exact(value),
                words.say("form." + metric.form().name().toLowerCase(Locale.ROOT))).strip();
    }

    private String reason(@Nullable String code) {
        String unknown = words.say("absent.other");
        return code == null ? words.say("absent.inapplicable") : words.sayOr("absent." + code, unknown);
    }

    private static String tone(Metric metric, double value) {
        boolean change = metric.form() == Metric.Form.CHANGE;
        if (!change || Math.abs(value) < 0.005) {
            return "";
        }
        return value > 0 ? "rise" : "fall";
    }
}
