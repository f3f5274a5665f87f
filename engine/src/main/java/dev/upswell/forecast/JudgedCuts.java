package dev.upswell.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The cuts of a backtest that can be judged, and why the others cannot.
record JudgedCuts(List<CutLabels> judged, List<BacktestReport.SkippedCut> skipped) {

    static JudgedCuts of(SurgeRows rows, BacktestSettings settings) {
        SurgeProtocol protocol = settings.training().protocol();
        List<CutLabels> judged = new ArrayList<>();
        List<BacktestReport.SkippedCut> skipped = new ArrayList<>();
        LabelTable.grid(settings.from().getEpochSecond(), settings.to().getEpochSecond(), protocol.step())
                .forEach(cut -> {
                    CutLabels labels = rows.labels().at(cut).orElse(null);
                    if (labels != null && labels.surges() > 0) {
                        judged.add(labels);
                    } else {
                        skipped.add(new BacktestReport.SkippedCut(Instant.ofEpochSecond(cut), labels == null
                                ? "fewer than " + protocol.minEligible() + " hashtags with " + protocol.minViews()
                                        + " views and a level 24 hours later"
                                : "no hashtag surged"));
                    }
                });
        return new JudgedCuts(List.copyOf(judged), List.copyOf(skipped));
    }

    int pairs() {
        return judged.stream().mapToInt(CutLabels::size).sum();
    }
}
