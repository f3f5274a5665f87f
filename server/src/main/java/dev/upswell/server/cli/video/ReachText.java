package dev.upswell.server.cli.video;

import dev.upswell.forecast.reach.ReachFeature;
import dev.upswell.forecast.reach.ReachFeatures;
import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.reach.KeptModel;
import dev.upswell.server.reach.ReachDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How reach reads on a terminal.
final class ReachText {

    private static final Map<String, String> MEANINGS = ReachFeatures.ALL.stream()
            .collect(Collectors.toMap(ReachFeature::name, ReachFeature::meaning));

    private ReachText() {
    }

    static TextTable table(List<ReachDocument> documents) {
        var table = new TextTable("video", "posted", "known by then", ">breakout", ">views expected", ">from", ">came");
        for (ReachDocument one : documents) {
            ReachDocument.Outcome outcome = one.outcome();
            table.row(one.video() == null ? "–" : one.video(), String.valueOf(one.postedAt()), one.stage(),
                    percent(one.breakout()), "%,d (%,d – %,d)".formatted(one.views().median(), one.views().low(),
                            one.views().high()),
                    "%,d".formatted(one.breakoutViews()),
                    outcome == null ? "not yet" : "%,d%s".formatted(outcome.views(), outcome.brokeOut() ? " ▲" : ""));
        }
        return table;
    }

    static List<String> draft(ReachDocument draft) {
        List<String> lines = new ArrayList<>();
        lines.add("About %,d views, between %,d and %,d in nine of ten cases.".formatted(draft.views().median(),
                draft.views().low(), draft.views().high()));
        lines.add("Breakout (more than %,d views, as one in ten recent videos): %s".formatted(draft.breakoutViews(),
                percent(draft.breakout())));
        var table = new TextTable("what moved the expectation most", ">factor");
        draft.reasons().forEach(reason -> table.row(MEANINGS.getOrDefault(reason.feature(), reason.feature()),
                String.format(Locale.ROOT, "%.2f×", reason.factor())));
        lines.add(table.toString());
        return lines;
    }

    static TextTable judgement(KeptModel.@Nullable Judgement judgement) {
        var table = new TextTable("known by then", ">videos", ">breakouts", ">PR-AUC", ">rule", ">guessing", ">ECE",
                ">typical error",
                ">rule", ">inside range", "verdict");
        for (KeptModel.Stage stage : judgement == null ? List.<KeptModel.Stage>of() : judgement.stages()) {
            table.row(stage.stage(), "%,d".formatted(stage.videos()), "%,d".formatted(stage.breakouts()),
                    score(stage.model().prAuc()), score(stage.rule().prAuc()),
                    score(stage.videos() == 0 ? null : Double.valueOf((double) stage.breakouts() / stage.videos())),
                    score(stage.model().ece()),
                    factor(stage.model()), factor(stage.rule()), percent(stage.model().coverage()),
                    stage.advantage() == null
                            ? "cannot be said"
                            : stage.better() ? "better than the rule" : "not better than the rule");
        }
        return table;
    }

    static String target(ReachTarget target) {
        return target.settled()
                ? "settled views (one late reading of each video)"
                : "views at " + target.age().toHours() + " h";
    }

    private static String factor(KeptModel.Way way) {
        return String.format(Locale.ROOT, "%.2f×", way.typicalFactor());
    }

    private static String score(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return share > 0.99 ? "> 99 %" : String.format(Locale.ROOT, share < 0.095 ? "%.1f %%" : "%.0f %%", share * 100);
    }
}
