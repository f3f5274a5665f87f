package dev.upswell.server.fyp.page;

import dev.upswell.server.fyp.page.RetentionView.At;
import dev.upswell.server.fyp.page.RetentionView.Band;
import dev.upswell.server.registry.Json;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The course of a video's retention as `charts.js` draws it: percent of views that still watch, beside the middle half of own
/// videos.
///
/// @param marks names of the marks, from the beginning on
/// @param own percent at each; null where it was not told
/// @param low first quarter of own videos at each; null where too few were told of
/// @param median the middle of them
/// @param high third quarter
record RetentionChart(List<String> marks, List<@Nullable Double> own, List<@Nullable Double> low,
        List<@Nullable Double> median, List<@Nullable Double> high, Texts texts) {

    /// What the chart says.
    record Texts(String axis, String own, String median, String band, String missing) {
    }

    static RetentionChart of(RetentionView view, Words words) {
        List<String> marks = new ArrayList<>(List.of(words.say("fyp.retention.begin")));
        List<@Nullable Double> own = new ArrayList<>(List.of(100.0));
        List<@Nullable Double> low = new ArrayList<>(List.of(100.0));
        List<@Nullable Double> median = new ArrayList<>(List.of(100.0));
        List<@Nullable Double> high = new ArrayList<>(List.of(100.0));
        for (At at : RetentionView.marks()) {
            Band band = view.usual().get(at);
            marks.add(words.say("fyp.retention." + at.word()));
            own.add(percent(view.own().get(at)));
            low.add(band == null ? null : percent(band.low()));
            median.add(band == null ? null : percent(band.median()));
            high.add(band == null ? null : percent(band.high()));
        }
        return new RetentionChart(marks, own, low, median, high,
                new Texts(words.say("fyp.retention.axis"), words.say("fyp.retention.own"),
                        words.say("fyp.retention.median"),
                        words.say("fyp.retention.band"), words.say("fyp.retention.missing")));
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : Double.valueOf(Math.round(1000 * share) / 10.0);
    }

    String json() {
        return Json.write(this);
    }
}
